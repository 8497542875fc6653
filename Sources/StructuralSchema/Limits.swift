/// Bounds on what a definition of custom resources may ask of the server, each with its reason.
public enum SchemaLimits {
    /// Nodes of one schema. The largest definitions in use have some 15,000; more do not fit an object of 1.5 MiB.
    static let nodes = 65_536
    /// Instructions of one compiled pattern (16 bytes each): repetitions are written out, `{1000}` of a class takes 1,000.
    static let patternInstructions = 20_000
    /// How deep groups of a pattern may nest: parsing recurses.
    static let patternNesting = 200
    /// The largest count in a repetition, as in RE2.
    static let patternRepeat = 1_000
    /// Steps of all matches and checks of one object, a tenth of a microsecond each: an object of the largest size under
    /// a usual schema stays below, and a write keeps its loop no longer than a second or two.
    static let steps = 20_000_000
    /// Instructions of all compiled patterns that are kept, of all definitions together: 3 MiB.
    static let keptPatternInstructions = 200_000
    /// Problems that are told of one object; the first few are what a person reads.
    static let problems = 500
    /// Selectable fields of a version, as Kubernetes has it.
    public static let selectableFields = 8
    /// Bytes of what clients of a deprecated version are told, as Kubernetes has it.
    static let deprecationWarningBytes = 256
    /// Results of one JSONPath, which `..` and `[*]` multiply.
    static let pathResults = 4_096
    /// Bytes of a JSONPath: longer ones are refused where they are declared.
    static let pathBytes = 4_096
    /// Bytes of a value that is quoted in a message.
    static let shownBytes = 10_240
}
