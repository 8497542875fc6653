import Glibc
import LoadTest

@main
struct ApusLoad {
    static func main() async {
        exit(await LoadProgram.run(Array(CommandLine.arguments.dropFirst())))
    }
}
