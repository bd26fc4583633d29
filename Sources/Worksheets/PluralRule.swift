/// Which form of a sentence goes with which number: families of languages, in the terms of Unicode's CLDR.
enum PluralRule: String, Sendable, CaseIterable, Codable {
  /// One form for all numbers: Japanese, Turkish after a number.
  case none
  /// English, German, Italian: 1, and the rest.
  case one
  /// French, Portuguese of Brazil: 0 and 1, and the rest.
  case oneIncludesZero
  /// Russian, Ukrainian, Serbian: by the last digits, 11 to 14 being many.
  case oneFewMany
  /// Polish: 1 alone, then by the last digits.
  case onlyOneFewMany
  /// Czech, Slovak: 1, 2 to 4, and the rest.
  case oneFewOther

  /// What a sentence with a number has forms for.
  var categories: [PluralCategory] {
    switch self {
    case .none: [.other]
    case .one, .oneIncludesZero: [.one, .other]
    case .oneFewMany, .onlyOneFewMany: [.one, .few, .many]
    case .oneFewOther: [.one, .few, .other]
    }
  }

  /// The form for a number that is not negative.
  func category(of number: Int) -> PluralCategory {
    switch self {
    case .none: .other
    case .one: number == 1 ? .one : .other
    case .oneIncludesZero: number < 2 ? .one : .other
    case .oneFewMany: number % 10 == 1 && number % 100 != 11 ? .one : Self.endsLikeFew(number) ? .few : .many
    case .onlyOneFewMany: number == 1 ? .one : Self.endsLikeFew(number) ? .few : .many
    case .oneFewOther: number == 1 ? .one : (2...4).contains(number) ? .few : .other
    }
  }

  private static func endsLikeFew(_ number: Int) -> Bool {
    (2...4).contains(number % 10) && !(12...14).contains(number % 100)
  }
}

/// A form of a sentence with a number.
enum PluralCategory: String, Sendable, CaseIterable, CodingKey {
  case one
  case few
  case many
  case other
}

/// A sentence whose form depends on a number.
enum CountedText: Sendable, Equatable {
  case same(String)
  case forms([PluralCategory: String])

  /// As English has it.
  init(one: String, other: String) { self = .forms([.one: one, .other: other]) }

  func form(_ category: PluralCategory) -> String {
    switch self {
    case .same(let text): text
    case .forms(let forms): forms[category] ?? forms[.other] ?? ""
    }
  }
}

extension CountedText: Codable {
  init(from decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: PluralCategory.self) else {
      self = .same(try decoder.singleValueContainer().decode(String.self))
      return
    }
    var forms: [PluralCategory: String] = [:]
    for category in container.allKeys { forms[category] = try container.decode(String.self, forKey: category) }
    self = .forms(forms)
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .same(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .forms(let forms):
      var container = encoder.container(keyedBy: PluralCategory.self)
      for category in PluralCategory.allCases { try container.encodeIfPresent(forms[category], forKey: category) }
    }
  }
}
