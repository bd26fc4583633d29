public import Diagnostics

/// Every sentence and name that a plan can hold, from all catalogues. What a language has to translate, besides the
/// words of the documents and what the importer says.
public enum PlanningPhrases {
  /// Once each, in the order of the catalogues. The same key stands for the same sentence.
  public static var all: [PhraseTemplate] {
    var seen: Set<PhraseTemplate> = []
    return (data + Terms.all + items + requirements + questions + findings + restorations)
      .filter { $0.hasWords && seen.insert($0).inserted }
  }

  private static var data: [PhraseTemplate] {
    BackupCatalogue.rules.map(\.name.template) + Component.Kind.allCases.map(\.name.template)
  }

  private static var items: [PhraseTemplate] {
    let notes = BackupCatalogue.rules.flatMap(\.notes) + [.webAddress, .nameImpossible]
    return BackupCatalogue.rules.flatMap(\.readings).map(\.phrase.template)
      + notes.map(\.template) + ExclusionCatalogue.rules.map(\.phrase.template)
  }

  private static var requirements: [PhraseTemplate] {
    RequirementCatalogue.rules.map(\.phrase.template)
  }

  private static var questions: [PhraseTemplate] {
    QuestionCatalogue.rules.flatMap { [$0.phrase.template, $0.placeInPolicy.template] } + [QuestionRule.open]
  }

  private static var findings: [PhraseTemplate] {
    FindingSentences.all + FindingCatalogue.rules.map(\.remedyPhrase.template)
  }

  private static var restorations: [PhraseTemplate] {
    let rules = RestorationCatalogue.rules
    let remarks = rules.flatMap { $0.prerequisites + $0.cautions } + [RestorationDraft.nameImpossible]
    return rules.map(\.purpose.template)
      + remarks.map(\.sentence.template)
      + rules.flatMap(\.steps).map(\.sentence.template)
      + Impact.all.map(\.template).sorted { $0.key < $1.key }
  }
}
