import Client
import Glibc
import Objects
import Wire

/// One object as its author wrote it.
struct Manifest {
    let kind: KindInfo
    /// As written, without what is the tool's own.
    let value: Value
    /// `web.yaml`, or `web.yaml, document 2`.
    let origin: String

    var name: String { value[member: "metadata"]?[member: "name"]?.text ?? "" }
    var namespace: String { value[member: "metadata"]?[member: "namespace"]?.text ?? "" }

    /// - Throws: `CommandFailure` that says which document is wrong, and how.
    init(_ value: Value, origin: String) throws(CommandFailure) {
        let meta = TypeMeta(
            apiVersion: value[member: "apiVersion"]?.text ?? "", kind: value[member: "kind"]?.text ?? "")
        guard !meta.apiVersion.isEmpty, !meta.kind.isEmpty else {
            throw CommandFailure("\(origin): apiVersion and kind must be set")
        }
        guard let kind = KindInfo.of(meta) else {
            throw CommandFailure(
                "\(origin): there is no kind \"\(meta.kind)\" in version \"\(meta.apiVersion)\"; the kinds are "
                    + KindInfo.all.map { "\($0.kind) (\($0.apiVersion))" }.joined(separator: ", "))
        }
        guard value[member: "metadata"]?.members != nil else {
            throw CommandFailure("\(origin): metadata.name must be set")
        }
        self.kind = kind
        self.value = value
        self.origin = origin
    }

    /// The object itself. What its kind does not have is refused, since it is most often misspelled.
    func object(_ value: Value, isLenient: Bool = false) throws(CommandFailure) -> Message {
        let decoded: JSONDecoded
        do { decoded = try JSONDecoder.decode(FreeValue.text(value), as: kind.type) } catch {
            throw CommandFailure("\(origin): \(kind.kind) \"\(name)\": \(error)")
        }
        if let problem = decoded.problems.first, !isLenient {
            throw CommandFailure("\(origin): \(kind.kind) \"\(name)\": \(problem): correct it, or use --validate=false")
        }
        return decoded.message
    }
}

/// Finds manifests: in files, folders, and the standard input.
enum ManifestReader {
    /// A manifest file's size: ten times the largest object.
    static let fileBytes = 16 << 20

    static func read(_ paths: [String], isRecursive: Bool = false) throws(CommandFailure) -> [Manifest] {
        var manifests: [Manifest] = []
        for path in paths {
            for file in try files(path, isRecursive: isRecursive, depth: 0) { manifests += try self.manifests(file) }
        }
        guard !manifests.isEmpty else {
            throw CommandFailure("no objects in \(paths.joined(separator: ", "))")
        }
        return manifests
    }

    private static func manifests(_ path: String) throws(CommandFailure) -> [Manifest] {
        let text: [UInt8]
        do { text = try FileBytes.read(path, limit: fileBytes) } catch { throw CommandFailure("\(error)") }
        return try parse(text, origin: path == "-" ? "standard input" : path)
    }

    /// YAML, of which JSON is a part. A `List` stands for its items.
    static func parse(_ text: [UInt8], origin: String) throws(CommandFailure) -> [Manifest] {
        let documents: [YAMLReader.Document]
        do { documents = try YAMLReader.documents(text) } catch { throw CommandFailure("\(origin): \(error)") }
        var manifests: [Manifest] = []
        for (index, document) in documents.enumerated() {
            let place = documents.count > 1 ? "\(origin), document \(index + 1)" : origin
            if let warning = document.warnings.first { throw CommandFailure("\(place): \(warning)") }
            let value: Value
            do { value = try FreeValue.parse(document.json) } catch { throw CommandFailure("\(place): \(error)") }
            if value == .null { continue }
            if value[member: "kind"]?.text == "List", let items = value[member: "items"]?.elements {
                for item in items { manifests.append(try Manifest(item, origin: place)) }
            } else {
                manifests.append(try Manifest(value, origin: place))
            }
        }
        return manifests
    }

    /// The path itself, or of a folder its manifests by name.
    private static func files(_ path: String, isRecursive: Bool, depth: Int) throws(CommandFailure) -> [String] {
        if path == "-" { return [path] }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw CommandFailure("cannot read \(path): \(String(cString: strerror(errno)))")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
        guard depth < 32 else { throw CommandFailure("\(path): folders are nested too deep") }
        guard let folder = opendir(path) else {
            throw CommandFailure("cannot read \(path): \(String(cString: strerror(errno)))")
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        var found: [String] = []
        for name in names.sorted() {
            let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            if [".yaml", ".yml", ".json"].contains(where: { name.hasSuffix($0) }) {
                found.append(inner)
            } else if isRecursive {
                var status = stat()
                if stat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                    found += try files(inner, isRecursive: true, depth: depth + 1)
                }
            }
        }
        return found
    }

    static let options: [CommandSpec.Option] = [
        .init(
            name: "filename", letter: "f", argument: .value("PATH"),
            help: "a file or a folder of manifests, YAML or JSON; - is the standard input", isRepeatable: true),
        .init(name: "recursive", letter: "R", argument: .none, help: "folders with the folders in them"),
    ]

    static func read(_ arguments: ParsedArguments) throws -> [Manifest] {
        let paths = arguments.all("filename")
        guard !paths.isEmpty else { throw UsageError("give the manifests with -f FILE, -f FOLDER or -f -") }
        return try read(paths, isRecursive: arguments.flag("recursive"))
    }
}
