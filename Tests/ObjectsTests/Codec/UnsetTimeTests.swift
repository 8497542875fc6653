import Objects
import Testing

@Suite("A time that is not set stays so")
struct UnsetTimeTests {
    @Test("An object without a creation time has none after it was sent")
    func roundTrip() throws {
        var pod = Core.Pod()
        pod.metadata.name = "a"
        let back = Core.Pod(try BinaryDecoder.decode(BinaryEncoder.encode(pod.message), as: Core.Pod.descriptor))
        #expect(back == pod)
        #expect(back.metadata.creationTimestamp == nil)
    }

    @Test("The beginning of 1970 is a time")
    func epoch() throws {
        var pod = Core.Pod()
        pod.metadata.creationTimestamp = Timestamp(seconds: 0, nanoseconds: 0)
        let back = Core.Pod(try BinaryDecoder.decode(BinaryEncoder.encode(pod.message), as: Core.Pod.descriptor))
        #expect(back.metadata.creationTimestamp == Timestamp(seconds: 0, nanoseconds: 0))
    }
}
