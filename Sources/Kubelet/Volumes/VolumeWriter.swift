internal import Glibc
internal import Objects

/// Makes a pod's volumes on disk, keeps their files current, and takes them away.
struct VolumeWriter: Sendable {
    let paths: PodPaths
    /// Group that owns what pods may write to; nil: root's.
    let group: Int?

    func prepare(_ plan: VolumePlan) throws(FileError) {
        try FileSystem.makeFolders(paths.folder, mode: 0o755)
        try FileSystem.makeFolders(paths.logs, mode: 0o755)
        for (name, content) in plan.volumes {
            switch content {
            case .empty(let inMemory, let size): try makeEmpty(paths.volume(name), inMemory: inMemory, sizeBytes: size)
            case .host(let path, let type): try prepareHost(path, type)
            case .files(let files): try writeFiles(files, in: paths.volume(name))
            }
        }
    }

    private func makeEmpty(_ path: String, inMemory: Bool, sizeBytes: Int64?) throws(FileError) {
        if FileSystem.isFolder(path) { return }
        try FileSystem.makeFolders(path)
        if inMemory {
            let options = sizeBytes.map { "mode=0777,size=\($0)" } ?? "mode=0777"
            guard mount("tmpfs", path, "tmpfs", 0, options) == 0 else {
                let error = FileError("cannot mount memory at \(path)")
                _ = rmdir(path)
                throw error
            }
        }
        // Containers run as any user.
        _ = chmod(path, 0o777)
        if let group, let id = gid_t(exactly: group) {
            _ = chown(path, uid_t.max, id)
            _ = chmod(path, 0o2777)
        }
    }

    /// What `type` asks of the path (Kubernetes API, `HostPathVolumeSource`).
    private func prepareHost(_ path: String, _ type: String) throws(FileError) {
        switch type {
        case "DirectoryOrCreate": try FileSystem.makeFolders(path)
        case "FileOrCreate":
            if !FileSystem.exists(path) { try FileSystem.write(path, [], mode: 0o644) }
        case "Directory":
            guard FileSystem.isFolder(FileSystem.resolved(path) ?? path) else {
                throw FileError("hostPath type check failed: \(path) is not a directory", code: ENOTDIR)
            }
        case "File", "Socket", "CharDevice", "BlockDevice":
            var status = stat()
            let wanted: mode_t =
                switch type {
                case "Socket": S_IFSOCK
                case "CharDevice": S_IFCHR
                case "BlockDevice": S_IFBLK
                default: S_IFREG
                }
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == wanted else {
                throw FileError("hostPath type check failed: \(path) is not of type \(type)", code: EINVAL)
            }
        default: break
        }
    }

    /// Puts a whole set of files in place at once: they are written to a new folder, then the link `..data`, which all
    /// names go through, is moved to it. A reader sees the old set or the new one, never a mixture.
    func writeFiles(_ files: [VolumePlan.File], in folder: String) throws(FileError) {
        try FileSystem.makeFolders(folder)
        let current = FileSystem.link("\(folder)/..data")
        if let current, isCurrent(files, in: "\(folder)/\(current)") { return }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let fresh = "..\(time.tv_sec).\(time.tv_nsec)"
        for file in files {
            let path = "\(folder)/\(fresh)/\(file.path)"
            if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolders(String(path[..<slash])) }
            try FileSystem.write(path, file.bytes, mode: mode_t(file.mode))
            if let group, let id = gid_t(exactly: group) {
                _ = chown(path, uid_t.max, id)
                _ = chmod(path, mode_t(file.mode) | 0o040)
            }
        }
        if files.isEmpty { try FileSystem.makeFolders("\(folder)/\(fresh)") }
        let names = Set(files.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        _ = unlink("\(folder)/..data_tmp")
        guard symlink(fresh, "\(folder)/..data_tmp") == 0,
            rename("\(folder)/..data_tmp", "\(folder)/..data") == 0
        else { throw FileError("cannot put files in place in \(folder)") }
        for name in names where FileSystem.link("\(folder)/\(name)") != "..data/\(name)" {
            _ = unlink("\(folder)/\(name)")
            guard symlink("..data/\(name)", "\(folder)/\(name)") == 0 else {
                throw FileError("cannot link \(folder)/\(name)")
            }
        }
        for name in FileSystem.names(folder) where name != "..data" && name != fresh && !names.contains(name) {
            try FileSystem.removeTree("\(folder)/\(name)")
        }
    }

    private func isCurrent(_ files: [VolumePlan.File], in folder: String) -> Bool {
        guard FileSystem.isFolder(folder) else { return false }
        let found = Set(FileSystem.names(folder))
        guard found == Set(files.compactMap { $0.path.split(separator: "/").first.map(String.init) }) else {
            return false
        }
        return files.allSatisfy { file in
            (try? FileSystem.read("\(folder)/\(file.path)", limitBytes: file.bytes.count + 1)) == file.bytes
        }
    }

    /// Unmounts and removes all of the pod's files but its logs.
    func remove() throws(FileError) {
        for name in FileSystem.names("\(paths.folder)/volumes") {
            // Fails for what is no mount, which is most.
            _ = umount2(paths.volume(name), Int32(MNT_DETACH))
        }
        try FileSystem.removeTree(paths.folder)
    }

    func removeLogs() throws(FileError) { try FileSystem.removeTree(paths.logs) }

    /// Where a container's mount of a volume begins on the host. A sub-path may not lead out of its volume, not by
    /// links either, which the pod itself could have made.
    func mountSource(_ name: String, _ content: VolumePlan.Content, subPath: String) throws(FileError) -> String {
        var base = paths.volume(name)
        if case .host(let path, _) = content { base = path }
        if subPath.isEmpty { return base }
        let parts = subPath.split(separator: "/").map(String.init)
        guard !subPath.hasPrefix("/"), parts.allSatisfy({ PodPaths.isSafe($0) }) else {
            throw FileError("subPath \(subPath) must stay within its volume", code: EINVAL)
        }
        let path = base + "/" + parts.joined(separator: "/")
        guard let root = FileSystem.resolved(base) else { throw FileError("no volume at \(base)") }
        // The part of the path that exists decides where the rest would be made.
        var existing = path
        while !FileSystem.exists(existing), let slash = existing.lastIndex(of: "/"), existing.count > base.count {
            existing = String(existing[..<slash])
        }
        guard let resolved = FileSystem.resolved(existing), resolved == root || resolved.hasPrefix(root + "/") else {
            throw FileError("subPath \(subPath) leads out of its volume", code: EPERM)
        }
        if !FileSystem.exists(path) { try FileSystem.makeFolders(path) }
        return FileSystem.resolved(path) ?? path
    }
}
