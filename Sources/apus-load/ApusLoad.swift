@main
struct ApusLoad {
    static func main() {}
}
