/// One network port of a service, as the product lists them.
struct Port {
  enum Side: String { case primary = "Primary", external = "External", inner = "Internal", pstn = "Pstn" }
  enum Transport: String {
    case mtls = "Mtls", tls = "Tls", tcp = "Tcp", udp = "Udp", any = "TcpOrUdp", http = "Http", https = "Https"
  }

  var owner: String
  var usage: String
  var side: Side
  var number: Int
  var transport: Transport
  var path = "/"
  /// `GruuType`; a port with one authorizes requests, unless the conferencing servers own it.
  var gruu: String?
  var authorizes = false
  var range: Int?
  var configured: Int?
  /// Carries the service's external name.
  var named = false
  /// The first product version that has it.
  var since = 5
  /// Only with one of these applications.
  var application: Applications = []

  init(
    _ owner: String, _ usage: String, _ side: Side, _ number: Int, _ transport: Transport, path: String = "/",
    gruu: String? = nil, authorizes: Bool? = nil, range: Int? = nil, configured: Int? = nil, named: Bool = false,
    since: Int = 5, application: Applications = []
  ) {
    self.owner = owner
    self.usage = usage
    self.side = side
    self.number = number
    self.transport = transport
    self.path = path
    self.gruu = gruu
    self.authorizes = authorizes ?? (gruu != nil)
    self.range = range
    self.configured = configured
    self.named = named
    self.since = since
    self.application = application
  }
}

extension Port {
  static let table: [String: [Port]] = [
    "UserServices": [
      Port("component:McuFactory", "WebServer", .primary, 444, .mtls, path: "/LiveServer/McuFactory/"),
      Port(
        "component:PresenceFocus", "UserPinManagement", .primary, 443, .https, path: "/LiveServer/UserPinManagement/"),
      Port("component:McuFactory", "WcfServer", .primary, 9001, .tcp, path: "/LiveServer/ConfDirMgmt/"),
    ],
    "Registrar": [
      Port("component:Registrar", "SipServer", .primary, 5061, .mtls, gruu: "HomeServer"),
      Port("component:Registrar", "WebServer", .primary, 444, .mtls, path: "/LiveServer/Focus/"),
      Port("component:WinFab", "WinFabFederation", .primary, 5090, .tcp, since: 6),
      Port("component:WinFab", "WinFabLeaseAgent", .primary, 5091, .tcp, since: 6),
      Port("component:WinFab", "WinFabClientConnection", .primary, 5092, .tcp, since: 6),
      Port("component:WinFab", "WinFabIPC", .primary, 5093, .tcp, since: 6),
      Port("component:WinFab", "WinFabReplication", .primary, 5094, .tcp, since: 6),
      Port("component:QoE", "SipServer", .primary, 5061, .mtls, path: "/LiveServer/QoE/", gruu: "QoS"),
      Port("component:Lyss", "WcfMtls", .primary, 5077, .mtls, since: 6),
      Port("component:XmppFederation", "SipServer", .primary, 5098, .mtls, gruu: "XmppFederation", since: 6),
    ],
    "WebServices": [
      Port("component:OCSWebSite", "WebSite", .external, 8080, .http, configured: 80),
      Port("component:OCSWebSite", "WebSite", .external, 4443, .https, configured: 443),
      Port("component:OCSWebSite", "WebSite", .primary, 80, .http),
      Port("component:OCSWebSite", "WebSite", .primary, 443, .https),
      Port("component:Reach", "PsomServer", .primary, 8060, .mtls),
      Port("component:Reach", "PsomServer", .external, 8061, .mtls),
      appSharing,
      Port("component:McxService", "SipServer", .primary, 5086, .mtls, gruu: "McxInternal"),
      Port("component:McxServiceExternal", "SipServer", .primary, 5087, .mtls, gruu: "McxExternal"),
      Port(
        "component:PersistentChatWebManager", "SipServer", .primary, 5095, .mtls, gruu: "PersistentChatRMWebInternal",
        since: 6),
      Port(
        "component:PersistentChatWebManagerExternal", "SipServer", .primary, 5096, .mtls,
        gruu: "PersistentChatRMWebExternal", since: 6),
      Port("component:UcwaService", "SipServer", .primary, 5088, .mtls, gruu: "UcwaInternal", since: 6),
      Port("component:UcwaServiceExternal", "SipServer", .primary, 5089, .mtls, gruu: "UcwaExternal", since: 6),
    ],
    "ConfServices": [
      Port("component:IMConf", "SipServer", .primary, 5062, .mtls, gruu: "chat", authorizes: false),
      Port("component:IMConf", "WebServer", .primary, 444, .mtls, path: "/LiveServer/IMMcu/"),
      Port("component:DataConf", "PsomClient", .primary, 8057, .tls),
      Port("component:AVConf", "SipServer", .primary, 5063, .mtls, gruu: "audio-video", authorizes: false),
      Port(
        "component:AppSharingConf", "SipServer", .primary, 5065, .mtls, gruu: "applicationsharing", authorizes: false),
      Port("component:DataConf", "WebServer", .primary, 444, .mtls, path: "/LiveServer/DataMcu/"),
      Port("component:AVConf", "WebServer", .primary, 444, .mtls, path: "/LiveServer/AVMcu/"),
      Port("component:AppSharingConf", "WebServer", .primary, 444, .mtls, path: "/LiveServer/ASMcu/"),
      audio, video, appSharing,
    ],
    "MediationServer": [
      Port("component:Mediation", "SipServer", .primary, 5070, .mtls, gruu: "MediationServer"),
      Port("component:Mediation", "SipClient", .pstn, 5067, .tls),
      audio,
      Port("component:Mediation", "SipClient", .pstn, 5068, .tcp),
    ],
    "ApplicationServer": [
      Port(
        "application:Cas", "SipServer", .primary, 5073, .mtls, gruu: "Microsoft.Rtc.Applications.Cas",
        application: .conferencingAttendant),
      Port(
        "application:Caa", "SipServer", .primary, 5072, .mtls, gruu: "Microsoft.Rtc.Applications.Caa",
        application: .conferencingAttendant),
      Port("application:testbot", "SipServer", .primary, 5076, .mtls, gruu: "Microsoft.Rtc.Applications.TestBot"),
      Port(
        "application:Cps", "SipServer", .primary, 5075, .mtls, gruu: "Microsoft.Rtc.Applications.Cps",
        application: .callPark),
      Port(
        "application:RGS", "SipServer", .primary, 5071, .mtls, gruu: "Microsoft.Rtc.Applications.Acd",
        application: .responseGroup),
      Port("application:RGS", "WcfMtls", .primary, 8404, .mtls, application: .responseGroup),
      Port("application:PDP", "SipServer", .primary, 5080, .mtls, gruu: "Microsoft.Rtc.Applications.PDP"),
      Port("application:PDP", "TURNServer", .primary, 448, .tcp),
      audio, video, appSharing,
    ],
    "EdgeServer": [
      Port("component:AccessEdge", "SipServer", .inner, 5061, .mtls),
      Port("component:AccessEdge", "SipClient", .external, 5061, .tls, named: true),
      Port("component:DataEdge", "PsomServer", .inner, 8057, .mtls),
      Port("component:DataEdge", "PsomClient", .external, 444, .tls, named: true),
      Port("component:MediaRelayAuthenticationEdge", "SipServer", .inner, 5062, .mtls, gruu: "MRAS"),
      Port("component:MediaRelayEdge", "TURNServer", .inner, 443, .tcp),
      Port("component:MediaRelayEdge", "TURNServer", .external, 443, .tcp, named: true),
      Port("component:MediaRelayEdge", "TURNServer", .inner, 3478, .udp),
      Port("component:MediaRelayEdge", "TURNServer", .external, 3478, .udp, named: true),
      Port("component:MediaRelayEdge", "MediaCommunication", .external, 50000, .any, range: 10000, named: true),
      Port("component:AccessEdge", "SipServer", .external, 5061, .mtls, named: true),
      Port("component:XmppFederationProxy", "XmppServer", .external, 5269, .tls, authorizes: true, since: 6),
      Port("component:XmppFederationProxy", "XptServer", .inner, 23456, .mtls, path: "/XmppFederation/", since: 6),
    ],
    "ManagementServices": [Port("component:ReplicationService", "Replication", .inner, 4443, .https)],
    "BackupService": [Port("component:BackupService", "WcfServer", .primary, 443, .https, path: "/BackupService/")],
    "PersistentChatService": [
      Port("component:PersistentChat", "SipServer", .primary, 5041, .mtls, gruu: "PersistentChat"),
      Port("component:PersistentChat", "WcfServer", .primary, 8011, .mtls),
    ],
    "PstnGateway": [Port("component:GatewayComp", "SipClient", .pstn, 5066, .tcp, named: true)],
    "ExternalServer": [
      Port("application:callrecorder", "SipServer", .primary, 6050, .mtls, gruu: "CallRecorder")
    ],
  ]

  private static let audio = Port("component:MediaComp", "AudioCommunication", .primary, 49152, .any, range: 8348)
  private static let video = Port("component:MediaComp", "VideoCommunication", .primary, 57501, .any, range: 8034)
  private static let appSharing = Port(
    "component:MediaComp", "AppSharingCommunication", .primary, 49152, .any, range: 16383)
}
