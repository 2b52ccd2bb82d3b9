using System.Globalization;
using System.Text;

namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>The whole study and the table that goes into the documentation.</summary>
sealed record StudyReport(string Text, bool Holds)
{
    const int Correct = 10_000;
    const int Slips = 10_000;
    const int Pairs = 5_000;

    /// <summary>So many worksheets, of as many different settings as there are.</summary>
    public static IEnumerable<int> Spread(int count) => Enumerable.Range(0, count).Select(n => n < StudyWorksheets.Settings ? n * 37 % StudyWorksheets.Settings : n);

    public static StudyReport Run(int worksheets)
    {
        var study = new DoctorStudy();
        for (var worksheet = 0; worksheet < worksheets; worksheet++) study.OneMistakeEach(worksheet);
        var accused = Enumerable.Range(0, Correct / 2).Sum(worksheet => (DoctorStudy.IsAccused(worksheet, 3) ? 1 : 0) + (DoctorStudy.IsAccused(worksheet, 4) ? 1 : 0));
        var slips = study.Slips(Enumerable.Range(0, 200), Slips / 200).ToList();
        var pairs = study.Pairs(Enumerable.Range(0, 200), Pairs / 200).Where(pair => pair.BothShow).ToList();

        var rows = MisconceptionCatalogue.All.Select(each => study.Rows.GetValueOrDefault(each.Id, new(each.Id))).ToList();
        int Sum(Func<DoctorStudy.Row, int> of) => rows.Sum(of);
        var (shows, found, alone) = (Sum(row => row.Shows), Sum(row => row.Found), Sum(row => row.AloneWithTwins));
        var (named, firm) = (slips.Count(slip => slip.IsNamed), slips.Count(slip => slip.IsFirm));
        var (pairFound, wrong) = (pairs.Count(pair => pair.PairFound), pairs.Count(pair => pair.WrongFirmName));
        var text = new StringBuilder();
        text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # Mistakes that the doctor knows

            Written by `benchmarks/doctor.sh`: simulated students work {worksheets} worksheets (2-4-2, 2-3-3-2, 3-4-2; sigmoid, tanh, ReLU, identity, softmax; squared error and both cross-entropies; m = 1 and 3; λ = 0 and 0.15), round each result to four significant digits and give ten numbers: δ of one sample, one ∂J/∂W and one ∂J/∂b of each layer. The students are plain loops with the mistake in them and share nothing with the doctor but its words.

            | question | answer |
            |---|--:|
            | sheets with one mistake | {Sum(row => row.Made)} |
            | of these the mistake shows in the ten numbers | {shows} |
            | the mistake is among the explanations | {found} ({Percent(found, shows)}) |
            | it is named alone, declared twins apart | {alone} ({Percent(alone, shows)}) |
            | correct students, rounding to 3 or 4 digits, of whom a number is called wrong | {accused} of {Correct} |
            | one number wrong by chance: a mistake is named firmly | {firm} of {slips.Count} |
            | one number wrong by chance: some mistake happens to give it ("this is what you get if …") | {named} of {slips.Count} |
            | two mistakes, both visible: the pair is among the explanations | {pairFound} of {pairs.Count} ({Percent(pairFound, pairs.Count)}) |
            | two mistakes, both visible: a third one alone is named firmly | {wrong} of {pairs.Count} |

            *Shows*: sheets in which the mistake changes one of the ten numbers. *Alone*: only this mistake, or one of its twins, fits. *Also fits*: what else fitted, and how often.

            | id | what you get if … | changes no number if | twins | published as | shows | alone | also fits |
            |---|---|---|---|---|--:|--:|---|

            """));
        foreach (var (mistake, row) in MisconceptionCatalogue.All.Zip(rows))
            text.Append(CultureInfo.InvariantCulture, $"| {mistake.Id} | {mistake.Words} | {mistake.InvisibleWhen} | {string.Join(' ', mistake.Twins)} | {string.Join(' ', mistake.Errata)} | {row.Shows} | {(row.Shows == 0 ? "" : Percent(row.AloneWithTwins, row.Shows))} | {string.Join(", ", row.Confused.OrderByDescending(each => each.Value).Take(4).Select(each => $"{each.Key} {each.Value}"))} |\n");
        text.Append("\nB5 and U1 change only the step: they show where new weights and biases are asked for.\n");
        var holds = found == shows && alone >= 0.94 * shows && accused == 0 && firm * 1000 <= slips.Count && pairFound >= 0.8 * pairs.Count && wrong * 1000 <= pairs.Count;
        return new(text.ToString(), holds);
    }

    static string Percent(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");
}
