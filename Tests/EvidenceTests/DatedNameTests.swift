import Testing

@testable import Evidence

@Suite struct DatedNameTests {
  @Test(arguments: [
    "Config-20261122.zip", "Config_2026-11-22.zip", "Config.2026.11.22.zip", "Config 20261122.zip",
    "Config-2026-11-22T01-00-00Z.zip", "Config-202611220100.zip", "Config-20261122_010000.zip",
    "Config.zip.20261122", "Config.zip-2026-11-22_0100", "Config-2026-11-22T01.00.00.0000000Z.zip",
  ])
  func dates(name: String) { #expect(DatedName.undated(name).contains("Config.zip"), "\(DatedName.undated(name))") }

  @Test(arguments: [
    "Config.zip", "Config-2.zip", "Config-20261322.zip", "Config-20260230.zip", "Config20261122.zip",
    "Config-20261122a.zip", "Config-20261122-2500.zip", "Config-18001122.zip", "Config-2026112.zip", "20261122.zip",
    "Config-20261122Z.zip", "Config-2026T1122.zip", "Config-202611220.zip", "Config-٢٠٢٦١١٢٢.zip", "-20261122", "",
  ])
  func noDates(name: String) {
    #expect(!DatedName.undated(name).contains { $0.lowercased().hasPrefix("config") || $0.isEmpty })
  }

  @Test func aServerMayEndInDigitsAndLetters() {
    #expect(DatedName.undated("lcslog-sql01-rt-20261122.bak") == ["lcslog-sql01-rt.bak"])
    #expect(DatedName.undated("userdata-pool.contoso.com-20261122.zip") == ["userdata-pool.contoso.com.zip"])
  }

  @Test func runsOfOneSeries() {
    #expect(
      ["2026-11-22", "lync-20261122", "lync", "site1", "11"].map(DatedName.series) == [
        "*", "lync-*", "lync", "site1", "11",
      ])
  }
}
