import Objects
import Testing

@Suite("What is not set stays so")
struct UnsetValueTests {
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

    @Test("Bytes that are left out when there are none are not there when there are none")
    func bytes() throws {
        let status = Certificates.CertificateSigningRequestStatus.descriptor
        let none = try JSONDecoder.decode(Array(#"{"certificate":""}"#.utf8), as: status)
        #expect(none.message == Message(status))
        let some = try JSONDecoder.decode(Array(#"{"certificate":"YQ=="}"#.utf8), as: status)
        #expect(Certificates.CertificateSigningRequestStatus(some.message).certificate == Array("a".utf8))
    }
}
