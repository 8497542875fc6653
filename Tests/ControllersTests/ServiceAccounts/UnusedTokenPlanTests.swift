import Access
import Objects
import Testing

@testable import Controllers

@Suite("Tokens that nobody uses")
struct UnusedTokenPlanTests {
    private static let day: Int64 = 24 * 3600
    /// 2026-01-31, noon.
    private static let now: Int64 = 1_769_860_800
    private let plan = UnusedTokenPlan(unusedSeconds: 10 * day, now: now)

    private func secret(_ change: (inout Core.Secret) -> Void = { _ in }) -> Core.Secret {
        var secret = Core.Secret()
        secret.metadata.name = "s"
        secret.metadata.namespace = "a"
        secret.metadata.creationTimestamp = Timestamp(seconds: Self.now - 11 * Self.day)
        secret.metadata.annotations[LegacyToken.accountName] = "w"
        secret.metadata.annotations[LegacyToken.accountUID] = "u"
        secret.type = LegacyToken.secretType
        change(&secret)
        return secret
    }

    private var account: Core.ServiceAccount {
        var account = Core.ServiceAccount()
        account.metadata.name = "w"
        account.metadata.uid = "u"
        var reference = Core.ObjectReference()
        reference.name = "s"
        account.secrets = [reference]
        return account
    }

    private func step(_ secret: Core.Secret, account: Core.ServiceAccount? = nil, isMounted: Bool = false)
        -> UnusedTokenPlan.Step
    {
        plan.step(secret, account: account ?? self.account, isMounted: isMounted)
    }

    @Test("First they count no more, and after as long again they go")
    func unused() {
        #expect(step(secret()) == .invalidate(day: "2026-01-31"))
        #expect(
            step(secret { $0.metadata.labels[LegacyToken.lastUsed] = "2026-01-20" }) == .invalidate(day: "2026-01-31"))
        #expect(
            step(secret { $0.metadata.labels[LegacyToken.invalidSince] = "soon" }) == .invalidate(day: "2026-01-31"))
        #expect(step(secret { $0.metadata.labels[LegacyToken.invalidSince] = "2026-01-21" }) == .keep)
        #expect(step(secret { $0.metadata.labels[LegacyToken.invalidSince] = "2026-01-20" }) == .delete)
    }

    @Test("What is young, used, mounted, made by people or of another account stays")
    func kept() {
        #expect(step(secret { $0.metadata.creationTimestamp = Timestamp(seconds: Self.now - 10 * Self.day) }) == .keep)
        #expect(step(secret { $0.metadata.labels[LegacyToken.lastUsed] = "2026-01-21" }) == .keep)
        #expect(step(secret { $0.metadata.labels[LegacyToken.lastUsed] = "yesterday" }) == .keep)
        #expect(step(secret(), isMounted: true) == .keep)
        #expect(step(secret { $0.type = "Opaque" }) == .keep)
        #expect(step(secret { $0.metadata.deletionTimestamp = Timestamp(seconds: Self.now) }) == .keep)
        #expect(step(secret { $0.metadata.annotations[LegacyToken.accountUID] = "other" }) == .keep)
        #expect(plan.step(secret(), account: nil, isMounted: false) == .keep)
        var stranger = account
        stranger.secrets = []
        #expect(step(secret(), account: stranger) == .keep)
    }

    @Test("Nothing is judged before use has been noted for long enough")
    func judged() {
        func since(_ day: String?) -> Core.ConfigMap {
            var map = Core.ConfigMap()
            if let day { map.data["since"] = day }
            return map
        }
        #expect(plan.mayJudge(since("2026-01-20")))
        #expect(!plan.mayJudge(since("2026-01-21")))
        #expect(!plan.mayJudge(since("a while")))
        #expect(!plan.mayJudge(since(nil)))
    }
}
