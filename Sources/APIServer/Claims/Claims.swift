import Objects
import Resources
import Store

/// What an object takes beside its own key, such as an address: written, changed and given back in the same transaction
/// as the object. So nothing is given twice, whatever servers there are, and nothing is lost when one stops.
struct Claims: Sendable {
    /// What must still be so.
    var conditions: [Condition] = []
    var operations: [Operation] = []

    static let none = Claims()
    var isEmpty: Bool { operations.isEmpty && conditions.isEmpty }
}

/// How a kind's objects get what they claim.
protocol ClaimPlan: Sendable {
    /// Gives a new object what it asks for. Called before it is validated; what cannot be given is refused.
    func creation(_ object: inout Message, _ core: ServerCore) async throws(APIError) -> Claims
    func change(
        _ object: inout Message, old: Message, subresource: Subresource?, _ core: ServerCore
    ) async throws(APIError) -> Claims
    /// Gives everything back.
    func removal(_ object: Message, _ core: ServerCore) async throws(APIError) -> Claims
}

extension ServerCore {
    /// Nil: the kind's objects claim nothing.
    func claims(of definition: ResourceDefinition) -> (any ClaimPlan)? {
        definition.isCore("services") ? services : nil
    }
}

extension TransactionResult {
    /// Whether what the transaction read, when its conditions did not hold, was there.
    var hasFound: Bool {
        results.contains { if case .read(let found) = $0 { !found.items.isEmpty } else { false } }
    }
}
