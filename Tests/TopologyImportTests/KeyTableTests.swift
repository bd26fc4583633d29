import Testing

@testable import TopologyImport

/// Identities and their numbers.
@Suite struct KeyTableTests {
  @Test func everyIdentityKeepsItsNumber() {
    var table = KeyTable()
    // Enough for the table to grow several times, and every length around the eight bytes that are hashed at once.
    let keys = (0..<2_000).map { Array((String(repeating: "k", count: $0 % 41) + "\($0)").utf8) }
    let numbers = keys.map { table.number($0) }
    #expect(numbers == (0..<2_000).map { Int32($0) })
    #expect(keys.map { table.number($0) } == numbers)
    #expect(numbers.map { table.text($0) } == keys.map { String(decoding: $0, as: UTF8.self) })
    #expect(table.count == 2_000)
  }

  @Test(arguments: 1...40) func onlyCaseIsDisregarded(length: Int) {
    var table = KeyTable()
    let lower = [UInt8](repeating: UInt8(ascii: "z"), count: length)
    let number = table.number(lower)
    for place in 0..<length {
      var other = lower
      other[place] = UInt8(ascii: "Z")
      #expect(table.number(other) == number)
      // Differs from `z` by the bit that tells capital letters, but is none.
      other[place] = UInt8(ascii: ":")
      #expect(table.number(other) != number)
    }
  }

  @Test func charactersBesideTheLettersAreNotFolded() {
    var table = KeyTable()
    let numbers = (0..<128).map { table.number([UInt8($0), 1, 2, 3, 4, 5, 6, 7, 8]) }
    #expect(Set(numbers).count == 128 - 26)
  }

  @Test func partsAreNotBlended() {
    var table = KeyTable()
    let key = Array("1-2-3".utf8)
    #expect(table.number(key, shape: 1) != table.number(key, shape: 3))
    #expect(table.number(key, shape: 3) == table.number(key, shape: 3))
  }

  @Test func theDefinitionSaysHowAnIdentityIsSpelt() {
    var table = KeyTable()
    let first = table.number(Array("1-registrar-5".utf8))
    let second = table.number(Array("2-ümläut-1".utf8))
    table.spell(first, as: Array("1-Registrar-5".utf8))
    table.spell(first, as: Array("1-REGISTRAR-5".utf8))
    table.spell(second, as: Array("2-ÜMLÄUT-1".utf8))
    #expect(table.text(first) == "1-Registrar-5")
    #expect(table.text(second) == "2-ÜMLÄUT-1")
    #expect(table.number(Array("2-Ümläut-1".utf8)) == second)
  }
}
