import Foundation
import TestSupport
import Testing

/// Wrong usage, and results that cannot be delivered.
@Suite struct UsageTests {
  @Test(arguments: [
    (["generate", "x.xml", "--formats", "csv"], "Error: Unknown option '--formats'. Did you mean '--format'?"),
    (
      ["generate"],
      "Error: Missing expected argument '<topology> ...': name a topology, or a manifest with --fleet."
    ),
    (["check"], "Error: Missing expected argument '<topology>'"),
    (["rules", "explain"], "Error: Missing expected argument '<id>'"),
    (["check", "x.xml", "y.xml"], "Error: Unexpected argument 'y.xml'"),
    (["generate", "x.xml", "-"], "Error: Standard input can be read once: not with several topologies."),
    (
      ["generate", "a/x.xml", "b/X.tbxml"],
      "Error: 'a/x.xml' and 'b/X.tbxml' would be written into the same folder, 'X'. Rename one, or use --fleet."
    ),
    (
      ["generate", "a.xml", ".hidden"],
      "Error: '.hidden' gives the folder '.hidden', which cannot be: the name begins with a dot, as hidden files do. "
        + "Rename the file, or use --fleet."
    ),
    (["generate", "x.xml", "y.xml", "--inject", "a.md"], "Error: --inject is of use with one topology only."),
    (["generate", "x.xml", "--jobs", "2"], "Error: --jobs is of use with several topologies, or with --fleet."),
    (["generate", "--fleet", "f.yml", "--jobs", "0"], "Error: --jobs is a number from 1 to 256."),
    (["generate", "--fleet", "-"], "Error: --fleet needs the name of a file."),
    (
      ["generate", "--fleet", "f.yml", "x.xml"],
      "Error: The topologies are in the manifest f.yml: 'x.xml' cannot be given as well."
    ),
    (
      ["generate", "--fleet", "f.yml", "--policy", "p.yml"],
      "Error: --policy cannot be given with --fleet: the manifest says it."
    ),
    (
      ["generate", "--fleet", "f.yml", "--shard", "0/3"],
      "Error: The value '0/3' is invalid for '--shard <i/n|auto>': '0/3' is no shard. Write I/N with 1 ≤ I ≤ N, "
        + "such as 2/5, or auto."
    ),
    (
      ["generate", "--fleet", "f.yml", "--summary", "xml"],
      "Error: The value 'xml' is invalid for '--summary <jsonl[=file]>': There is no summary 'xml'. Summaries: jsonl."
    ),
    (
      ["generate", "x.xml", "--format", "pdf"],
      "Error: The value 'pdf' is invalid for '--format <format>': 'pdf' is not a format. "
        + "Formats: markdown, html, csv, json, xlsx."
    ),
    (["generate", "x.xml", "--format", ""], "Error: --format needs at least one of markdown, html, csv, json, xlsx."),
    (["generate", "x.xml", "--output", ""], "Error: --output needs the name of a folder."),
    (
      ["generate", "x.xml", "--inject", "a.md", "--format", "csv"],
      "Error: --inject links to the Markdown files: --format has to include markdown."
    ),
    (["check", "x.xml", "--output", ""], "Error: --output needs the name of a folder."),
    (["check", "x.xml", "--inject", ""], "Error: --inject needs the name of a file."),
    (["diff", "x.xml"], "Error: Missing expected argument '<new>'"),
    (
      ["diff", "-", "-"], "Error: Standard input can be one of the two files and the policy, not several."
    ),
    (["generate", "x.xml", "--max-depth", "0"], "Error: A limit is a number greater than 0."),
    (
      ["plan", "x.xml", "--format", "pdf"],
      "Error: The value 'pdf' is invalid for '--format <format>'. Please provide one of 'json' and 'text'."
    ),
    (
      ["generate", "x.xml", "--language", "de"],
      "Error: There is no language 'de'. Languages: en, fr."
    ),
    (["plan", "x.xml", "--quiet", "--verbose"], "Error: --quiet and --verbose contradict each other."),
    (
      ["frobnicate"],
      "error: no command is called \"frobnicate\"; use one of: generate, check, plan, audit, diff, entries, init, "
        + "validate, rules, templates [command-unknown]"
    ),
    (["generat", "x"], "error: no command is called \"generat\"; did you mean \"generate\"? [command-unknown]"),
    (
      ["rules", "explain", "nix"],
      "error: no rule is called \"nix\"; `backup-worksheets rules list` shows them all [rule-unknown]"
    ),
    (
      ["rules", "explain", "userDat"], "error: no rule is called \"userDat\"; did you mean \"userData\"? [rule-unknown]"
    ),
  ])
  func wrongUsageIs64(arguments: [String], message: String) throws {
    let program = try Program()
    let result = try runProcess(
      builtProduct(named: "backup-worksheets"), arguments, workingDirectory: program.folder.path)
    #expect(result.status == 64)
    #expect(result.outputText == "")
    #expect(result.errorText.split(separator: "\n").first.map(String.init) == message)
    #expect(try program.folder.contents().isEmpty)
  }

  @Test(arguments: [
    ["plan", Program.draft, "--quiet"], ["plan", Program.draft, "--quiet", "--format", "text"],
    ["diff", Program.draft, Program.published, "--quiet"], ["init", Program.draft], ["validate", Program.draft],
    ["rules"], ["rules", "explain", "userData"], ["--help"],
    ["--version"], ["generate", "--help"],
  ])
  func aFullDeviceIs74(arguments: [String]) throws {
    let tool = try builtProduct(named: "backup-worksheets")
    let result = try runProcess("sh", ["-c", "exec \"$@\" > /dev/full", "sh", tool] + arguments)
    #expect(result.status == 74)
    #expect(
      result.errorText
        == "error: standard output cannot be written: No space left on device; check where it goes [output-failed]\n")
  }

  @Test func aReaderThatLeavesEarlyIs74() throws {
    let tool = try builtProduct(named: "backup-worksheets")
    let script = """
      import os, subprocess, sys
      read, write = os.pipe()
      os.close(read)
      process = subprocess.run(sys.argv[1:], stdout=write, stderr=subprocess.PIPE)
      sys.stderr.buffer.write(process.stderr)
      sys.exit(process.returncode)
      """
    let result = try runProcess("python3", ["-c", script, tool, "plan", Program.draft, "--quiet"])
    #expect(result.status == 74)
    #expect(result.errorText == "")
  }

  @Test func closedStandardOutputIs74() throws {
    let tool = try builtProduct(named: "backup-worksheets")
    let result = try runProcess("sh", ["-c", "exec \"$@\" >&-", "sh", tool, "rules", "explain", "userData"])
    #expect(result.status == 74)
    #expect(
      result.errorText
        == "error: standard output cannot be written: Bad file descriptor; check where it goes [output-failed]\n")
  }

  /// A name cannot colour or break the messages it stands in.
  @Test func hostileFileNamesStayOnOneLine() throws {
    let result = try Program()("validate", "a\n\u{1B}[31mb\u{202E}.xml")
    #expect(result.status == 66)
    #expect(
      result.errorText
        == "a\\u{A}\\u{1B}[31mb\\u{202E}.xml: error: cannot be opened: No such file or directory; "
        + "check the path and your permissions [input-not-opened]\n")
  }
}
