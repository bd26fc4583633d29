internal import Diagnostics

/// One procedure as data: its steps, when each applies, what it runs, and on whose authority.
struct ProcedureRule: Sendable {
  let procedure: RestorationProcedure
  /// When it is used.
  let purpose: Sentence
  let permissions: [Phrase]
  let prerequisites: [Remark]
  let steps: [StepTemplate]
  let cautions: [Remark]
  let sources: [SourcePage]
  /// The commands of steps, by their sentences.
  let commands: [PhraseTemplate: CommandTemplate]
  /// Keys of the sentences that are repeated for each of several names, or for none.
  let repeatedStepKeys: Set<String>

  init(
    procedure: RestorationProcedure, purpose: String, permissions: [Phrase], prerequisites: [Remark],
    steps: [StepTemplate], cautions: [Remark], sources: [SourcePage]
  ) {
    self.procedure = procedure
    self.purpose = Sentence("purpose.\(procedure.rawValue)", purpose)
    self.permissions = permissions
    self.prerequisites = prerequisites
    self.steps = steps
    self.cautions = cautions
    self.sources = sources
    commands = Dictionary(
      steps.compactMap { step in step.command.map { (step.sentence.template, $0) } }
    ) { first, _ in first }
    repeatedStepKeys = Set(steps.filter { $0.repetition != .once }.map(\.sentence.template.key))
  }
}

/// A sentence of a catalogue, and which names belong into it.
struct Sentence: Sendable {
  let template: PhraseTemplate
  let slots: [NameSlot]

  /// - Parameter command: What is printed below the sentence. The names that only it has belong to the sentence: where
  ///   many restorations share it, they say what to put into the command.
  init(_ key: String, _ text: String, command: CommandTemplate? = nil) {
    template = PhraseTemplate(key, text)
    let inSentence = template.placeholders.compactMap(NameSlot.init)
    slots = inSentence + (command?.slots ?? []).filter { !inSentence.contains($0) }
  }
}

/// A sentence that applies where a condition holds.
struct Remark: Sendable {
  let condition: StepCondition
  let sentence: Sentence

  init(_ key: String, _ text: String, when condition: StepCondition = .always) {
    sentence = Sentence(key, text)
    self.condition = condition
  }
}

/// A step before the names are known.
struct StepTemplate: Sendable {
  /// Names stand as `{slot}`.
  let sentence: Sentence
  let place: RestorationStep.Place
  let condition: StepCondition
  let repetition: StepRepetition
  let command: CommandTemplate?

  init(
    _ key: String, _ text: String, _ place: RestorationStep.Place = .locally, when condition: StepCondition = .always,
    each repetition: StepRepetition = .once, command: CommandTemplate? = nil
  ) {
    self.init(
      Sentence("step.\(key)", text, command: command), place, when: condition, each: repetition, command: command)
  }

  init(
    _ sentence: Sentence, _ place: RestorationStep.Place, when condition: StepCondition,
    each repetition: StepRepetition,
    command: CommandTemplate?
  ) {
    self.sentence = sentence
    self.place = place
    self.condition = condition
    self.repetition = repetition
    self.command = command
  }
}

/// What has to be true of the component for a step, remark or caution to apply.
enum StepCondition: Int, Sendable {
  case always
  case standardEdition
  case enterprise
  /// SQL Server has to be installed on it by hand; a Standard Edition server's comes with its set-up.
  case needsSQLServer
  case holdsFileStore
  case mirrored
  case hasWitness
  /// The stores are in an AlwaysOn availability group: the server's name is the group's.
  case alwaysOn
  case hasNoWitness
  case edge
  case notEdge
  /// A pool that has a back end of its own to be restored first.
  case hasBackEnd
  case restoresUserData
  /// The pool's Central Management store is the active one.
  case poolHostsCentralManagement
  case replacementUnknown
  case replacementIsStandardEdition
  case singleServer
  case backedUpBySQLServer
  case backedUpByExport
  case coexistingVersion
}

/// What is true of one component. One bit a condition: they are asked for at every step of every procedure.
struct StepConditions: ExpressibleByArrayLiteral, Sendable {
  private var bits: UInt64 = 0

  init(arrayLiteral conditions: StepCondition...) {
    for condition in conditions { insert(condition) }
  }

  func contains(_ condition: StepCondition) -> Bool { bits >> UInt64(condition.rawValue) & 1 == 1 }

  mutating func formUnion(_ others: StepConditions) { bits |= others.bits }

  mutating func insert(_ condition: StepCondition) { bits |= 1 << UInt64(condition.rawValue) }

  mutating func remove(_ condition: StepCondition) { bits &= ~(1 << UInt64(condition.rawValue)) }
}

/// For what a step is repeated.
enum StepRepetition: Hashable, Sendable {
  case once
  /// Each user data item: `{pool}`, its backup set.
  case userData
  /// Each Response Group item: `{pool}`, its backup set.
  case responseGroups
  /// Each file store item: `{share}`, its backup set.
  case fileStore
  /// Each database that SQL Server backs up: `{database}`, `{sqlInstance}`, its backup set.
  case sqlBackup
  /// Each database that Persistent Chat's own cmdlet exports.
  case chatExport
  /// The deployment's settings: their backup set.
  case topologyConfiguration
  case locationInformation
  /// Each Front End Server of the pools: `{machine}`.
  case frontEndServer
  /// Each database type of each mirrored pool: `{databaseType}`, `{pool}`.
  case mirroredDatabase
  /// Each pool with a mirrored store on the server: `{pool}`.
  case mirroredPool
  /// Each mirrored database type of the server once: `{databaseType}`.
  case mirroredType
  /// Each Edge pool whose next hop is the pool: `{edgePool}`.
  case edgePool
  /// Each Persistent Chat pool whose next hop is the pool: `{chatPool}`.
  case chatPool
  case appliance
  /// Each folder to be copied: `{folder}`.
  case announcementFolder
  case callParkFolder
}
