import Objects
import Testing

@testable import Controllers

@Suite("Protection of classes of volumes' attributes")
struct AttributesClassProtectionTests {
    @Test("A class is in use by a claim that wants it or has it, and by a volume")
    func named() {
        var wanting = Core.PersistentVolumeClaim()
        wanting.spec.volumeAttributesClassName = "gold"
        var having = Core.PersistentVolumeClaim()
        having.status.currentVolumeAttributesClassName = "gold"
        var volume = Core.PersistentVolume()
        volume.spec.volumeAttributesClassName = "gold"
        #expect(AttributesClassProtection.isNamed("gold", by: [wanting], []))
        #expect(AttributesClassProtection.isNamed("gold", by: [having], []))
        #expect(AttributesClassProtection.isNamed("gold", by: [], [volume]))
        #expect(!AttributesClassProtection.isNamed("silver", by: [wanting, having], [volume]))
    }
}
