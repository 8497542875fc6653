@testable import Objects

/// Objects written down as JSON.
enum Reading {
    static func pod(_ spec: String, metadata: String = #"{"name":"p"}"#) throws -> Core.Pod {
        Core.Pod(try message(#"{"metadata":\#(metadata),"spec":\#(spec)}"#, Core.Pod.descriptor))
    }

    static func message(_ text: String, _ type: MessageDescriptor) throws -> Message {
        try JSONDecoder.decode(Array(text.utf8), as: type).message
    }
}
