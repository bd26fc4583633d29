import Diagnostics
import TopologyImport

/// Imports bytes in chunks of one size.
func importing(
  _ bytes: [UInt8], chunk: Int = .max, limits: ImportLimits = .standard
) throws(UnusableInput) -> ImportedTopology {
  var importer = TopologyImporter(fileName: "topology.xml", limits: limits)
  var begin = 0
  while begin < bytes.count {
    let end = chunk > bytes.count - begin ? bytes.count : begin + chunk
    try importer.read(bytes.span.extracting(begin..<end))
    begin = end
  }
  return try importer.finish()
}

/// The error messages of an input that must be unusable.
func refusal(_ bytes: [UInt8], chunk: Int = .max, limits: ImportLimits = .standard) -> String {
  do throws(UnusableInput) {
    _ = try importing(bytes, chunk: chunk, limits: limits)
    return "it was accepted"
  } catch {
    return error.description
  }
}

func refusal(_ text: String) -> String { refusal(Array(text.utf8)) }

/// A published topology with a Standard Edition server, into which tests put what they need.
func published(sites: String = "", clusters: String = "", instances: String = "", services: String = "") -> String {
  """
  <Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008">
    <Sites><CentralSite SiteId="1"><Name>Here</Name></CentralSite>\(sites)</Sites>
    <Clusters>
      <Cluster Fqdn="se.adatum.com" RequiresReplication="true"><ClusterId SiteId="1" Number="1" />\
  <Machine Fqdn="se.adatum.com" /></Cluster>
      \(clusters)
    </Clusters>
    <SqlInstances>\(instances)</SqlInstances>
    <Services>
      <Service ServiceVersion="6"><ServiceId SiteId="1" RoleName="Registrar" Instance="1" /><DependsOn />\
  <InstalledOn><ClusterId SiteId="1" Number="1" /></InstalledOn></Service>
      \(services)
    </Services>
  </Topology>
  """
}

/// The text in UTF-16, as PowerShell writes it when nobody asks for an encoding.
func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in (mark ? [0xFEFF] : []) + Array(text.utf16) {
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    bytes += bigEndian ? [high, low] : [low, high]
  }
  return bytes
}

/// Imports a file that may be an archive, in chunks of one size.
func importingFile(
  _ bytes: [UInt8], name: String, chunk: Int = .max, limits: ImportLimits = .standard
) throws(UnusableInput) -> ImportedTopology {
  var importer = TopologyFileImporter(fileName: name, limits: limits)
  var begin = 0
  while begin < bytes.count {
    let end = chunk > bytes.count - begin ? bytes.count : begin + chunk
    try importer.read(bytes.span.extracting(begin..<end))
    begin = end
  }
  return try importer.finish()
}

/// The error messages of a file that must be unusable.
func fileRefusal(_ bytes: [UInt8], name: String, chunk: Int = .max) -> String {
  do throws(UnusableInput) {
    _ = try importingFile(bytes, name: name, chunk: chunk)
    return "it was accepted"
  } catch {
    return error.description
  }
}
