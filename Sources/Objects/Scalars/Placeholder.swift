public struct Timestamp: Sendable, Hashable { public var seconds: Int64; public var nanoseconds: Int32
 public init(seconds: Int64, nanoseconds: Int32) { self.seconds = seconds; self.nanoseconds = nanoseconds }
 public init(rfc3339 t: String) throws { let d = t.utf8.split(whereSeparator: { !($0 >= 48 && $0 <= 57) }).map { Int(String(decoding: $0, as: UTF8.self))! }
  let (y0,m,dd)=(d[0],d[1],d[2]); let y = m <= 2 ? y0-1 : y0; let era = y/400; let yoe = y-era*400; let doy=(153*(m+(m>2 ? -3:9))+2)/5+dd-1; let doe=yoe*365+yoe/4-yoe/100+doy
  seconds = Int64((era*146097+doe-719468)*86400 + d[3]*3600+d[4]*60+d[5]); nanoseconds = 0
  if d.count > 6, let f = t.split(separator: ".").last?.dropLast() { nanoseconds = Int32((String(f)+"000000000").prefix(9))! } }
 var parts: (Int,Int,Int,Int,Int,Int) { let s = Int(seconds); let days = s >= 0 ? s/86400 : (s-86399)/86400; let r = s-days*86400; let z = days+719468; let era=z/146097; let doe=z-era*146097; let yoe=(doe-doe/1460+doe/36524-doe/146096)/365; let doy=doe-(365*yoe+yoe/4-yoe/100); let mp=(5*doy+2)/153; let d=doy-(153*mp+2)/5+1; let m=mp<10 ? mp+3 : mp-9; return (yoe+era*400+(m<=2 ? 1:0),m,d,r/3600,r/60%60,r%60) }
 func p(_ n: Int,_ w: Int=2)->String { let s=String(n); return String(repeating:"0",count:max(0,w-s.count))+s }
 public var rfc3339: String { let t=parts; return "\(p(t.0,4))-\(p(t.1))-\(p(t.2))T\(p(t.3)):\(p(t.4)):\(p(t.5))Z" }
 public var rfc3339Micro: String { String(rfc3339.dropLast()) + "." + p(Int(nanoseconds)/1000,6) + "Z" } }
public struct Quantity: Sendable, Hashable { var text: String; public init(parsing t: String) throws { text = t }; public init(_ v: Int64) { text = String(v) }; public var description: String { text } }
public enum IntOrString: Sendable, Hashable { case int(Int), string(String) }
public struct GoDuration { public var nanoseconds: Int64; public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }; public init(parsing t: String) throws { nanoseconds = 0 }; public var description: String { "\(nanoseconds)ns" } }
public struct RawJSON: Sendable, Hashable { public var bytes: [UInt8]; public init(_ b: [UInt8]) { bytes = b } }
public protocol LabelLookup { func label(_ key: String) -> String? }
public struct LabelSelector: Sendable, Hashable { public func matches(_ l: some LabelLookup) -> Bool { true }; public var equalities: [(String,String)] { [] } }
public struct FieldSelector: Sendable, Hashable { public struct R: Sendable, Hashable { public var field: String; public var value: String; public var isEqual: Bool }; public var requirements: [R] = [] }
