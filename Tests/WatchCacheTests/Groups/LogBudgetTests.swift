import Store
import Testing
import TestSupport

@testable import WatchCache

struct LogBudgetTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func whatIsLeftInTheLogsStaysWithinTheLimit(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var budget = LogBudget(limit: 10_000)
        var held: [(revision: Revision, bytes: Int)] = []
        var sweeps = 0
        for step in 1...5000 {
            let revision = Revision(Int64(step))
            let bytes = Int(random.next() % 200)
            held.append((revision, bytes))
            if let old = budget.arrived(bytes, through: revision) {
                sweeps += 1
                held.removeAll { $0.revision <= old }
            }
            #expect(held.reduce(0) { $0 + $1.bytes } <= 10_000)
        }
        // A visit of all groups is worth a quarter of the limit.
        #expect(sweeps > 0 && sweeps <= 5000 * 200 / 2_500)
        #expect(held.reduce(0) { $0 + $1.bytes } > 5_000)
    }

    @Test func oneThatIsLargerThanTheLimitIsKept() {
        var budget = LogBudget(limit: 100)
        #expect(budget.arrived(1000, through: Revision(1)) == nil)
        #expect(budget.arrived(10, through: Revision(2)) == Revision(1))
    }
}
