public struct BodyBuffer: ~Copyable { }
