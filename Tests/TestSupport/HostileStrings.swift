/// Text that tries to be something else: one shared list for every renderer and reporter.
public enum HostileStrings {
  public static let all: [String] =
    markup + markdown + spreadsheet + templates + invisible + terminal + shell + structure + unicode

  public static let markup = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</td></tr></table>",
    "</style><script>alert(1)</script>", "<!-- comment", "-->", "<![CDATA[x]]>", "&amp;", "&lt;b&gt;", "&#x3C;",
    "&copy",
    "<a href=javascript:alert(1)>x</a>", "a<b>c", "1 < 2 && 3 > 2", "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>", "<svg onload=alert(1)>", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "</svg></text><a href=x>", "]]>",
  ]

  public static let markdown = [
    "a|b", "|", "||", "\\|", "\\\\|", "a\\", "\\\\server\\share", "`", "``", "`a`", "`` a ` b", "` |", "a `|` b",
    "](javascript:alert(1))", "[x](javascript:alert(1))", "![x](http://evil.example/x.png)",
    "[ref]: http://evil.example",
    "**bold**", "_a_", "~~a~~", "# heading", "- item", "+ item", "1. item", "1) item", "=====", "---", "> quote",
    "    code", "~~~", "```", "<http://evil.example>", "http://evil.example", "https://evil.example/?a=b&c=d",
    "www.evil.example", "WWW.evil.example", "ftp://evil.example", "me@evil.example", "@everyone", "#1", ":tada:",
    "$x$", "\\\\host\\lync$ and $y", "[^1]", "| --- |", "<!-- END backup-worksheets -->",
    "<!-- BEGIN backup-worksheets index -->", "\"] --> x[\"", "end", "%%{init: {}}%%",
    "click n0 \"javascript:alert(1)\"",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
  ]

  public static let spreadsheet = [
    "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "'=1+1", "''=1+1",
    "'",
    "''", "'text", "=cmd|' /C calc'!A0", "=\u{301}1+1", "a,b", "a;b", "\"quoted\"", "\"", "\"\"", " leading",
    "trailing ",
    "'\t", "'@", "-",
  ]

  public static let templates = [
    "{{mustache}}", "{{{raw}}}", "{{#section}}", "{{>partial}}", "{{=<% %>=}}", "{{! comment", "{% raw %}", "${env}",
    "#{x}", "<%= x %>", "{{/section}}", "{{$block}}", "\u{1}0\u{1}", "\u{1}99999999999999999999\u{1}",
  ]

  public static let invisible = [
    "user\u{202E}gpj.exe", "a\u{200B}b", "\u{FEFF}bom", "a\u{2066}b\u{2069}", "\u{200F}rtl", "a\u{2028}b", "a\u{85}b",
    "\u{61C}x", "nul\u{0}nul", "bell\u{7}", "del\u{7F}",
  ]

  public static let terminal = [
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]8;;http://evil.example\u{7}x\u{1B}]8;;\u{7}", "back\u{8}space", "\u{9B}31mred",
    "\u{1B}]52;c;eA==\u{7}", "\u{1B}Pdcs\u{1B}\\", "::error::x", "::error file=x,line=1::y", "::stop-commands::t",
    "%25%0D%0A::error::x", "\n::error::x", "\r\n##vso[task.complete]x",
    "::set-output name=a::b", "%0A::error::x", "##[error]x",
  ]

  public static let shell = [
    "$(rm -rf /)", "`whoami`", "; Remove-Item C:\\", "'; Remove-Item 'C:\\", "$env:Path", "\u{2018}smart\u{2019}",
    "--%",
    "../../etc/passwd", "C:\\con", "a/b\\c:d*e?f", "/etc/passwd", "..", ".", "NUL", "x:stream", "trailing.", "-Force",
    "$(whoami)", "\u{201C}; calc; \u{201D}", "'@; calc", "a`nb", "& calc", "| Remove-Item C:\\ -Recurse", "#> calc",
  ]

  public static let structure = [
    "", " ", "  ", "\n", "\r\n", "a\nb", "a\r\nb", "a\rb", "a\n\nb", "\na", "a\n", "a\tb", "null", "true", "yes", "~",
    "- a: b", "{\"a\": 1}", "key: value # comment", "*alias", "&anchor", "# comment", "!!python/object:x", "%YAML 1.2",
    "...", "? key", "[a", "{a", ">-", "0o17", "1e3", "2026-01-31", "\\", "\\u0000", "\\\"", "\",\"x\":\"",
  ]

  public static let unicode = [
    "😀", "👩‍👩‍👧‍👦", "é", "e\u{301}", "中文", "عربي", "ﬀ", "\u{10FFFF}", "ＡＢＣ", "İstanbul", "ß",
  ]
}
