@main
struct ApusCtl {
    static func main() {}
}
