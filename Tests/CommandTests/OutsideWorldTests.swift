import Foundation
import Glibc
import TestSupport
import Testing

/// A topology makes the program ask nobody and open nothing.
@Suite struct OutsideWorldTests {
  /// Every way in which XML can point to something, with `{http}` and `{file}` in place of addresses.
  private static let pointers = [
    "<!DOCTYPE t SYSTEM \"{http}\"><t/>", "<!DOCTYPE t SYSTEM \"{file}\"><t/>",
    "<!DOCTYPE t PUBLIC \"-//x\" \"{http}\"><t/>",
    "<!DOCTYPE t [<!ENTITY x SYSTEM \"{http}\">]><t>&x;</t>", "<!DOCTYPE t [<!ENTITY x SYSTEM \"{file}\">]><t>&x;</t>",
    "<!DOCTYPE t [<!ENTITY % p SYSTEM \"{http}\">%p;]><t/>", "<!DOCTYPE t [<!ENTITY % p SYSTEM \"{file}\">%p;]><t/>",
    "<?xml-stylesheet type=\"text/xsl\" href=\"{http}\"?><t/>",
    "<?xml-model href=\"{file}\"?><t/>",
    "<t xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"{http}\"/><xi:include href=\"{file}\" parse=\"text\"/></t>",
    "<t xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x {http}\" xsi:noNamespaceSchemaLocation=\"{file}\"/>",
    "<t xml:base=\"{http}\" xmlns=\"{file}\" href=\"{http}\"/>",
  ]

  @Test func nothingIsFetchedAndNoOtherFileIsOpened() throws {
    let program = try Program()
    let listener = try Listener()
    let secret = try program.folder.write("<secret>not to be seen</secret>", to: "secret.xml")
    let watch = try Watch(of: secret)
    let good = try String(contentsOfFile: Program.published, encoding: .utf8)
    for pointer in Self.pointers {
      let text = pointer.replacing("{http}", with: "http://127.0.0.1:\(listener.port)/x").replacing(
        "{file}", with: "file://\(secret)")
      // By itself, and as the beginning of a real topology.
      let inside =
        text.replacing("<t/>", with: "").hasPrefix("<t")
        ? nil : text.replacing("<t/>", with: good).replacing("<t>&x;</t>", with: good)
      for bytes in [text, inside].compactMap(\.self).map({ Array($0.utf8) }) {
        for input in [bytes, ZipBuilder(ZipBuilder.Entry("DocItemSet.xml", bytes)).bytes] {
          let result = try program("plan", "-", input: input)
          #expect(!result.outputText.contains("not to be seen") && !result.errorText.contains("not to be seen"))
          #expect(pointer.hasPrefix("<!DOCTYPE") == result.errorText.contains("[doctype-refused]"), "\(text)")
        }
      }
    }
    #expect(!listener.hasVisitor())
    #expect(!watch.wasOpened())
    // Both would have noticed.
    try listener.visit()
    #expect(listener.hasVisitor())
    _ = try Data(contentsOf: URL(filePath: secret))
    #expect(watch.wasOpened())
  }

  private static let hasNamespaces = (try? runProcess("unshare", ["-rn", "true"]).status == 0) ?? false

  /// Every command that reads a deployment, with every format it has.
  private static let commands = [
    [
      "generate", Program.published, "--policy", Program.publishedPolicy, "--format", "markdown,html,csv,json",
      "--language", "fr", "--entries", "entries.csv",
    ],
    [
      "audit", Program.published, "--policy", Program.publishedPolicy, "--as-of", "2026-11-22", "--format", "text",
      "--format", "json=audit.json", "--format", "sarif=audit.sarif", "--format", "junit=junit.xml", "--format",
      "baseline=baseline.json", "--format", "github=annotations", "--format", "github-summary=summary.md",
    ],
    ["entries", Program.published, "--policy", Program.publishedPolicy, "--file", "register.csv"],
    ["plan", Program.draft, "--redact"],
    ["validate", Program.draft],
    ["check", Program.published, "--policy", Program.publishedPolicy],
    ["diff", Program.draft, Program.published],
  ]

  @Test(.enabled(if: hasNamespaces, "the machine allows no network namespace: unshare -rn fails"))
  func everythingWorksWithoutAnyNetwork() throws {
    let tool = try builtProduct(named: "backup-worksheets")
    let (with, without) = (try Program(), try Program())
    for program in [with, without] { try program.folder.write("item_id\n", to: "entries.csv") }
    for arguments in Self.commands {
      let expected = try runProcess(tool, arguments, workingDirectory: with.folder.path)
      let result = try runProcess("unshare", ["-rn", tool] + arguments, workingDirectory: without.folder.path)
      #expect(expected.status <= 2, "\(arguments[0]): \(expected.errorText)")
      #expect(result.status == expected.status, "\(arguments[0]): \(result.errorText)")
      #expect(result.standardOutput == expected.standardOutput && result.errorText == expected.errorText)
    }
    let files = try with.folder.contents()
    #expect(files.count > 20)
    #expect(try without.folder.contents() == files)
  }
}

/// A port of this machine, and whether anybody came.
private final class Listener {
  let port: UInt16
  private let socket: Int32

  init() throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    self.socket = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(socket, pointer, length) == 0 && listen(socket, 8) == 0
          && getsockname(socket, pointer, &length) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    try #require(isReady)
  }

  deinit { close(socket) }

  func hasVisitor() -> Bool {
    let visitor = accept(socket, nil, nil)
    if visitor >= 0 { close(visitor) }
    return visitor >= 0
  }

  func visit() throws {
    let result = try runProcess(
      "python3",
      ["-c", "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1]))).close()", "\(port)"])
    #expect(result.status == 0, "\(result.errorText)")
  }
}

/// Whether anybody opened a file, as the kernel tells.
private final class Watch {
  private let descriptor: Int32

  init(of path: String) throws {
    descriptor = inotify_init1(Int32(IN_NONBLOCK))
    try #require(descriptor >= 0)
    try #require(unsafe inotify_add_watch(descriptor, path, UInt32(IN_OPEN)) >= 0)
  }

  deinit { close(descriptor) }

  func wasOpened() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    return unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) } > 0
  }
}
