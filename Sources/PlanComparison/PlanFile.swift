/// What a comparison reads of `plan.json`. Members that it does not compare are passed over.
struct PlanFile: Decodable {
  var components: [Component]
  var backupItems: [Item]
  var exclusions: [Exclusion]
  var otherRequirements: [Requirement]
  var questions: [Question]
  var restorations: [Restoration]
  var findings: [Finding]

  /// What is read before anything else, to say what kind of file it is.
  struct Header: Decodable {
    var schema: String?
  }

  struct Component: Decodable {
    var id: String
    var kind: String
    var fqdn: String?
    var site: String?
    var servers: [String]
    var roles: [String]
    var serviceVersion: Int?
    var hostsCentralManagementStore: Bool
    var pairedWith: String?
    var backEnd: [String]?
    var mirror: [String]?
    var fileStores: [String]?
  }

  struct Item: Decodable {
    var id: String
    var data: String
    var server: String?
    var instance: String?
    var share: String?
    var site: String?
    var pools: [String]?
    var tool: String
    var command: String?
    var permission: String
    var schedule: String?
    var backupSet: BackupSet
    var destination: String?
    var owner: String?
    var rpo: String?
    var rto: String?
  }

  struct BackupSet: Decodable {
    var name: String
    var expiration: String?
  }

  struct Exclusion: Decodable {
    var database: String
    var server: String
    var instance: String?
    var reason: String
  }

  struct Requirement: Decodable {
    var kind: String
    var subject: String
    var addition: Bool
    var text: String?
  }

  struct Question: Decodable {
    var id: String
    var subject: String
    var text: String
  }

  struct Restoration: Decodable {
    var id: String
    var procedure: String
    var needs: [String]
    var steps: [Step]
  }

  struct Step: Decodable {
    var text: String
    var command: String?
  }

  struct Finding: Decodable {
    var rule: String
    var severity: String
    var subject: String
    var message: String
  }
}
