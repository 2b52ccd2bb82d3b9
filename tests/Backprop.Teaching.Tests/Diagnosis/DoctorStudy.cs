using System.Globalization;

namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>Lets simulated students work sheets, with mistakes and without, and counts what the doctor says.</summary>
sealed class DoctorStudy(int digits = 4)
{
    /// <summary>What became of one mistake.</summary>
    public sealed class Row(string id)
    {
        public string Id { get; } = id;
        public int Made, Shows, Found, Alone, AloneWithTwins, Firm;
        public SortedDictionary<string, int> Confused { get; } = new(StringComparer.Ordinal);
        public List<string> Lost { get; } = [];
    }

    public SortedDictionary<string, Row> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Every form of every mistake that can be made on a worksheet.</summary>
    public void OneMistakeEach(int worksheet)
    {
        var example = StudyWorksheets.Of(worksheet);
        var doctor = Doctor.For(example);
        foreach (var rule in doctor.Rules)
        {
            var row = Rows.TryGetValue(rule.Mistake.Id, out var known) ? known : Rows[rule.Mistake.Id] = new(rule.Mistake.Id);
            var numbers = Sheet(example, StudyWorksheets.Asked(example), MadeMistake.Of(rule, doctor.Rules));
            row.Made++;
            var fit = doctor.Fit(numbers, digits);
            if (Enumerable.Range(0, numbers.Count).All(n => fit.IsRight[n])) continue;
            row.Shows++;
            var explanations = doctor.Examine(numbers, digits).Explanations;
            var ids = explanations.SelectMany(each => each.Misconceptions).Select(each => each.Id).ToHashSet();
            var single = explanations.Any(each => each.Misconceptions is [var one] && one == rule.Mistake);
            if (!single) row.Lost.Add($"worksheet {worksheet}: {rule.Label} ({rule.Message}) gives {string.Join(" ", ids)}");
            else row.Found++;
            if (single && ids.Count == 1) row.Alone++;
            if (single && ids.All(id => id == rule.Mistake.Id || rule.Mistake.Twins.Contains(id))) row.AloneWithTwins++;
            if (single && explanations[0].IsFirm) row.Firm++;
            foreach (var id in ids)
                if (id != rule.Mistake.Id) row.Confused[id] = row.Confused.GetValueOrDefault(id) + 1;
        }
    }

    /// <summary>A student without mistakes who keeps so many digits; whether anything is held against them.</summary>
    public static bool IsAccused(int worksheet, int kept)
    {
        var example = StudyWorksheets.Of(worksheet);
        var student = new PlainStudent(example, kept);
        IReadOnlyList<GivenNumber> numbers = [.. StudyWorksheets.Asked(example).Select(id => new GivenNumber(id, Rounding.Write(student.Value(id), kept)))];
        return Doctor.For(example).Fit(numbers, kept).IsRight.Contains(false);
    }

    /// <summary>Right sheets with one number wrong by chance: what the doctor says of each.</summary>
    public IEnumerable<(bool IsNamed, bool IsFirm)> Slips(IEnumerable<int> worksheets, int each)
    {
        foreach (var worksheet in worksheets)
        {
            var random = new SeededRandom(worksheet);
            var doctor = Doctor.For(StudyWorksheets.Of(worksheet));
            for (var n = 0; n < each; n++) yield return Slip(doctor, random);
        }
    }

    /// <summary>Sheets with two different mistakes drawn by chance.</summary>
    public IEnumerable<(bool BothShow, bool PairFound, bool WrongFirmName)> Pairs(IEnumerable<int> worksheets, int each)
    {
        foreach (var worksheet in worksheets)
        {
            var random = new SeededRandom(worksheet + 1_000_000);
            var doctor = Doctor.For(StudyWorksheets.Of(worksheet));
            for (var n = 0; n < each; n++)
            {
                var first = doctor.Rules[random.Below(doctor.Rules.Length)];
                var others = doctor.Rules.Where(rule => rule.Mistake != first.Mistake).ToList();
                yield return Pair(doctor, first, others[random.Below(others.Count)]);
            }
        }
    }

    (bool IsNamed, bool IsFirm) Slip(Doctor doctor, SeededRandom random)
    {
        var numbers = Sheet(doctor.Example, StudyWorksheets.Asked(doctor.Example)).ToList();
        var n = random.Below(numbers.Count);
        var value = numbers[n].Number.Value;
        // a calculation gone wrong, or one digit read as another
        var wrong = random.Below(2) == 0 ? value * (random.Below(2) == 0 ? random.Between(0.3, 0.97) : random.Between(1.03, 2)) : OtherDigit(value, random);
        numbers[n] = numbers[n] with { Number = Rounding.Write(wrong, digits) };
        var explanations = doctor.Examine(numbers, digits).Explanations;
        return (explanations.Length > 0, explanations.Any(each => each.IsFirm));
    }

    (bool BothShow, bool PairFound, bool WrongFirmName) Pair(Doctor doctor, Rule first, Rule second)
    {
        var numbers = Sheet(doctor.Example, StudyWorksheets.Asked(doctor.Example), MadeMistake.Of(first, doctor.Rules), MadeMistake.Of(second, doctor.Rules));
        var fit = doctor.Fit(numbers, digits);
        // either is visible if without it the numbers would be others
        if (fit.Of(first).IsWhole || fit.Of(second).IsWhole) return default;
        var explanations = doctor.Examine(numbers, digits).Explanations;
        var isFound = explanations.Any(each => each.Misconceptions.Length == 2 && each.Misconceptions.Contains(first.Mistake) && each.Misconceptions.Contains(second.Mistake));
        var isWrong = explanations.Any(each => each.IsFirm && each.Misconceptions.All(mistake => mistake != first.Mistake && mistake != second.Mistake));
        return (true, isFound, isWrong);
    }

    IReadOnlyList<GivenNumber> Sheet(Example example, IReadOnlyList<QuantityId> asked, params MadeMistake[] mistakes)
    {
        var student = new PlainStudent(example, digits, mistakes);
        return [.. asked.Select(id => new GivenNumber(id, Rounding.Write(student.Value(id), digits)))];
    }

    static double OtherDigit(double value, SeededRandom random)
    {
        if (value == 0) return 0.1234;
        var text = value.ToString("e3", CultureInfo.InvariantCulture).ToCharArray();
        var places = Enumerable.Range(0, 6).Where(place => char.IsAsciiDigit(text[place])).ToArray();
        var at = places[random.Below(3)];
        text[at] = (char)('1' + ((text[at] - '0' + random.Below(8)) % 9));
        return double.Parse(text, CultureInfo.InvariantCulture);
    }
}
