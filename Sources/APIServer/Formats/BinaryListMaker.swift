import Objects
import Store
import Resources
import Wire

/// A list in Kubernetes' binary form: the stored objects side by side, each behind its length.
final class BinaryListMaker: ListMaker {
    private let form: ListForm
    private var index = 0
    /// What is not shown as it is stored, and has to be made before anything is sent: how long it is stands first.
    private var made: [[UInt8]]?
    private var hasBegun = false
    /// The list's `metadata`, which stands first but in the beta form of lists of metadata.
    private let metadata: [UInt8]
    private let isBeta: Bool

    init(_ form: ListForm) {
        self.form = form
        isBeta = form.accepted.presentation.isPartial && form.accepted.metaVersion == .v1beta1
        var meta = Meta.ListMeta()
        meta.resourceVersion = String(form.list.revision.rawValue)
        meta.`continue` = form.list.continueToken
        meta.remainingItemCount = form.list.remaining
        metadata = BinaryEncoder.encode(meta.message)
    }

    func next(_ piece: inout ListPiece) throws(APIError) -> Bool {
        piece.made.removeAll(keepingCapacity: true)
        piece.range = 0..<0
        if !hasBegun {
            hasBegun = true
            made = try makeItems()
            begin(&piece.made)
        }
        let objects = form.list.objects
        if index > 0, made == nil { StoredObject.appendSuffix(objects[index - 1].revision, to: &piece.made) }
        guard index < objects.count else {
            if isBeta { appendMetadata(to: &piece.made) }
            piece.made.append(contentsOf: Envelope.trailer)
            return false
        }
        piece.made.append(isBeta ? 0x0a : 0x12)
        piece.made.appendVarint(UInt64(size(of: index)))
        if let made {
            piece.shared = made[index]
            piece.range = made[index].indices
        } else {
            piece.shared = objects[index].value
            piece.range = objects[index].object
        }
        index += 1
        return true
    }

    private func makeItems() throws(APIError) -> [[UInt8]]? {
        let isPartial = form.accepted.presentation.isPartial
        guard isPartial || form.resource.definition.conversion != nil else { return nil }
        var items: [[UInt8]] = []
        for object in form.list.objects {
            let shown = try form.resource.fromStored(object)
            items.append(isPartial ? try Presenting.partialBytes(shown) : shown.objectBytes)
        }
        return items
    }

    private func begin(_ piece: inout [UInt8]) {
        let items = form.list.objects.indices.reduce(0) { $0 + Self.delimited(size(of: $1)) }
        let kind =
            form.accepted.presentation.isPartial
            ? form.accepted.metaVersion.kind("PartialObjectMetadataList") : form.resource.definition.listTypeMeta
        piece.append(
            contentsOf: Envelope.header(
                apiVersion: kind.apiVersion, kind: kind.kind, objectBytes: Self.delimited(metadata.count) + items))
        if !isBeta { appendMetadata(to: &piece) }
    }

    private func appendMetadata(to piece: inout [UInt8]) {
        piece.append(isBeta ? 0x12 : 0x0a)
        piece.appendVarint(UInt64(metadata.count))
        piece.append(contentsOf: metadata)
    }

    /// With a tag of one byte and the length.
    private static func delimited(_ count: Int) -> Int { 1 + varintSize(UInt64(count)) + count }

    private func size(of index: Int) -> Int {
        if let made { return made[index].count }
        let object = form.list.objects[index]
        return object.object.count + StoredObject.suffixBytes(object.revision)
    }
}
