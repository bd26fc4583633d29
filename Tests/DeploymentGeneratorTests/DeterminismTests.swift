import DeploymentGenerator
import Testing

@Suite struct DeterminismTests {
  @Test(arguments: Shape.allCases)
  func sameSeedSameBytes(shape: Shape) {
    for seed in UInt64(0)..<20 {
      for awkward in [false, true] {
        let first = GeneratedDeployment(seed: seed, awkward: awkward)
        #expect(first == GeneratedDeployment(seed: seed, awkward: awkward))
        #expect(first.xml(shape) == GeneratedDeployment(seed: seed, awkward: awkward).xml(shape))
      }
    }
    #expect(GeneratedDeployment(seed: 1) != GeneratedDeployment(seed: 2))
  }

  @Test(arguments: Shape.allCases)
  func sizeIsNearTheTarget(shape: Shape) {
    for target in [30_000, 1_000_000] {
      let bytes = GeneratedDeployment(targetBytes: target, shape: shape).xml(shape).count
      #expect(bytes >= target)
      #expect(bytes < target + 40_000)
    }
  }

  @Test func utf16HoldsTheSameText() {
    let text = "a\u{FC}\u{1F600}z"
    let expected: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0xFC, 0, 0x3D, 0xD8, 0x00, 0xDE, 0x7A, 0]
    #expect(utf16LittleEndian(Array(text.utf8)) == expected)
    #expect(
      utf16LittleEndian([0xEF, 0xBB, 0xBF] + Array(text.utf8), byteOrderMark: false) == Array(expected.dropFirst(2)))
  }
}
