import Testing
import Wire
import TestSupport

/// Other programs read what we write and write what we read.
struct ForeignYAMLTests {
    private static let hasPyYAML = Command.exists("python3 -c 'import yaml'")
    private static let hasKubectl = Command.exists("kubectl version --client")

    private static func documents(_ count: Int, seed: UInt64) -> [[UInt8]] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in RandomJSON.document(&random) }
    }

    /// PyYAML knows YAML 1.1 and more types than we do: none of our texts may read as one of them.
    @Test(.enabled(if: hasPyYAML, "python3-yaml is not installed"))
    func pyYAMLReadsWhatWeWrite() throws {
        let documents = Self.documents(400, seed: 31)
        var input: [UInt8] = []
        for json in documents {
            input += Array("--- # \(Base64.encode(json))\n".utf8)
            input += try YAMLWriter.text(json: json)
        }
        let script =
            "import sys,yaml,json,base64,re; t=sys.stdin.buffer.read().decode(); "
            + "w=[json.loads(base64.b64decode(x)) for x in re.findall(r\"(?m)^--- # ([A-Za-z0-9+/=]+)$\", t)]; "
            + "g=list(yaml.safe_load_all(t)); bad=[(a,b) for a,b in zip(w,g) if a!=b]; "
            + "print(len(w),len(g),bad[:2]); sys.exit(1 if bad or len(w)!=len(g) else 0)"
        let (output, code) = Command.run("python3 -c '\(script)'", input: input)
        #expect(code == 0, "\(String(decoding: output, as: UTF8.self))")
        #expect(String(decoding: output, as: UTF8.self).hasPrefix("\(documents.count) \(documents.count) "))
    }

    /// PyYAML quotes, folds and escapes by rules of its own; all its texts are quoted where they could be mistaken.
    @Test(.enabled(if: hasPyYAML, "python3-yaml is not installed"))
    func weReadWhatPyYAMLWrites() throws {
        let documents = Self.documents(400, seed: 37)
        let input = Array(documents.map { $0 + [0x0a] }.joined())
        let script =
            "import sys,yaml,json; sys.stdout.reconfigure(encoding=\"utf-8\"); "
            + "d=[json.loads(l) for l in sys.stdin.buffer.read().decode().split(\"\\n\") if l]; "
            + "q=lambda s,v: s.represent_scalar(\"tag:yaml.org,2002:str\",v,style=\"\\\"\" if len(v)<9 else None); "
            + "yaml.SafeDumper.add_representer(str,q); "
            + "yaml.safe_dump_all(d,sys.stdout,sort_keys=False,explicit_start=True,allow_unicode=True)"
        let (output, code) = Command.run("python3 -c '\(script)'", input: input)
        #expect(code == 0, "\(String(decoding: output.prefix(2_000), as: UTF8.self))")
        let read = try YAMLReader.documents(output)
        #expect(read.count == documents.count)
        for (ours, given) in zip(read, documents) {
            #expect(String(decoding: ours.json, as: UTF8.self) == String(decoding: given, as: UTF8.self))
        }
    }

    /// A ConfigMap whose data are hard texts, as `kubectl` prints it.
    @Test(.enabled(if: hasKubectl, "kubectl is not installed"))
    func kubectlPrintsWhatWePrint() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<5 {
            var writer = JSONWriter()
            writer.beginObject()
            writer.key("apiVersion")
            writer.string("v1")
            writer.key("data")
            writer.beginObject()
            for index in 0..<100 {
                writer.key("k\(index)")
                var reader = JSONReader(RandomJSON.text(&random))
                let text = try reader.string()
                // kubectl leaves these two bare, which other readers fail on.
                writer.string(text == "<<" || text == "=" ? "" : text)
            }
            writer.endObject()
            writer.key("kind")
            writer.string("ConfigMap")
            writer.key("metadata")
            writer.beginObject()
            writer.key("annotations")
            writer.beginObject()
            writer.key("a")
            writer.string("b")
            writer.endObject()
            writer.key("name")
            writer.string("c")
            writer.endObject()
            writer.endObject()
            let ours = try YAMLWriter.text(json: writer.bytes, sortingKeys: true)
            let (theirs, code) = Command.run(
                "kubectl annotate --local --overwrite -o yaml -f - a=b", input: writer.bytes)
            #expect(code == 0)
            for (our, their) in zip(ours.split(separator: 0x0a), theirs.split(separator: 0x0a)) where our != their {
                Issue.record("\(String(decoding: our, as: UTF8.self)) | \(String(decoding: their, as: UTF8.self))")
                break
            }
            #expect(ours.count == theirs.count)
            let back = try YAMLReader.single(theirs)
            let again = try YAMLWriter.text(json: back.json, sortingKeys: true)
            #expect(again == ours)
        }
    }
}
