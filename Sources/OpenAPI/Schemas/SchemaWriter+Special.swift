import Objects
import Wire

extension SchemaWriter {
    /// A type with a form of its own in JSON.
    func write(special fullName: String, _ kind: FieldKind, to writer: inout JSONWriter) {
        let name = fullName.split(separator: ".").last.map(String.init) ?? fullName
        let own = descriptions.entry(fullName).text
        writer.beginObject()
        if !own.isEmpty { writer.member("description", own) }
        switch kind {
        case .time, .microTime:
            writer.member("format", "date-time")
            writer.member("type", "string")
        case .duration: writer.member("type", "string")
        case .quantity: either("string", "number", to: &writer)
        case .intOrString:
            writer.member("format", "int-or-string")
            either("integer", "string", to: &writer)
        case .raw where name != "JSON": writer.member("type", "object")
        default: break
        }
        writer.endObject()
    }

    /// Swagger has no alternatives: there it is a string, and clients know the format.
    private func either(_ one: String, _ other: String, to writer: inout JSONWriter) {
        switch dialect {
        case .v2: writer.member("type", "string")
        case .v3:
            writer.key("oneOf")
            writer.beginArray()
            for type in [one, other] {
                writer.beginObject()
                writer.member("type", type)
                writer.endObject()
            }
            writer.endArray()
        }
    }

    func writePatch(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("description", StandardWords.patch)
        writer.member("type", "object")
        writer.endObject()
    }

    /// What `/version` answers.
    func writeVersionInfo(to writer: inout JSONWriter) {
        let fields = [
            ("buildDate", "When the program was built."), ("compiler", "What it was built with."),
            ("emulationMajor", "The first number of the release that is emulated, where one is."),
            ("emulationMinor", "The second number of the release that is emulated."),
            ("gitCommit", "The commit that it was built from."),
            ("gitTreeState", "Whether there were changes beyond that commit."),
            ("gitVersion", "The release of Kubernetes whose API is served, and the server's own."),
            ("goVersion", "The version of Go, where that is what it was built with."),
            ("major", "The first number of the release."),
            ("minCompatibilityMajor", "The first number of the oldest release that can be worked with."),
            ("minCompatibilityMinor", "The second number of the oldest release that can be worked with."),
            ("minor", "The second number of the release."),
            ("platform", "Operating system and processor."),
        ]
        let required = [
            "major", "minor", "gitVersion", "gitCommit", "gitTreeState", "buildDate", "goVersion", "compiler",
            "platform",
        ]
        writer.beginObject()
        writer.member("description", "What the server says of itself.")
        writer.key("properties")
        writer.beginObject()
        for (name, words) in fields {
            writer.key(name)
            writer.beginObject()
            if dialect == .v3, required.contains(name) { writer.member("default", "") }
            writer.member("description", words)
            writer.member("type", "string")
            writer.endObject()
        }
        writer.endObject()
        writer.member("required", required)
        writer.member("type", "object")
        writer.endObject()
    }
}
