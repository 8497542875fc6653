import Testing

@testable import APIServer

@Suite("Which plugins are asked")
struct AdmissionSelectionTests {
    @Test("By default all but those that ask for rights which others' controllers seldom have")
    func standard() {
        #expect(
            AdmissionSelection.standard.names
                == AdmissionChain.names.subtracting(["OwnerReferencesPermissionEnforcement"]))
    }

    @Test("Plugins are switched by their names")
    func switched() throws {
        let selection = try AdmissionSelection(
            enable: ["OwnerReferencesPermissionEnforcement"], disable: ["PodSecurity"])
        #expect(selection.names == AdmissionChain.names.subtracting(["PodSecurity"]))
        let chain = AdmissionChain(selection)
        #expect(chain.plugins.contains { $0 is OwnerRights })
        #expect(!chain.plugins.contains { $0 is PodSecurityAdmission })
        // Nobody gives away rights that he does not have, whatever is switched.
        let none = try AdmissionSelection(enable: [], disable: Array(AdmissionSelection.standard.names))
        #expect(AdmissionChain(none).plugins.contains { $0 is RoleEscalation })
    }

    @Test("Names that are not known, and those that stand twice, are named")
    func refused() {
        #expect(throws: AdmissionSelectionError.self) { try AdmissionSelection(enable: ["Foo"], disable: []) }
        let error = #expect(throws: AdmissionSelectionError.self) {
            try AdmissionSelection(enable: ["Priority"], disable: ["Priority"])
        }
        #expect(error?.description.contains("Priority") == true)
    }
}
