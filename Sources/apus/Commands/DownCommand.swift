/// `apus down`: ends the cluster of a state folder.
enum DownCommand {
    static let flags: [Flags.Flag] = [
        .init(name: "data-dir", value: "DIR", fallback: ".apus", help: "the cluster's state folder"),
        .init(name: "help", value: nil, help: "show this"),
    ]

    static func run(_ arguments: [String]) throws {
        let flags = try Flags(arguments, known: flags)
        if flags.isSet("help") {
            let about = "Ends the cluster and its containers, and leaves nothing behind but the state folder."
            Console.print(Flags.help("down", about, Self.flags))
            return
        }
        guard let folder = SystemFiles.realPath(flags["data-dir"] ?? ".apus") else {
            Console.log("nothing to take down: there is no \(flags["data-dir"] ?? ".apus")")
            return
        }
        try TearDown(layout: try NodeLayout(folder: folder), log: { Console.log($0) }).run()
        Console.log("down: nothing is left but \(folder)")
    }
}
