namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>The study on few worksheets. <c>benchmarks/doctor.sh</c> runs it whole.</summary>
public class DoctorStudyTests
{
    [Fact]
    public void The_mistake_that_was_made_is_always_named_and_nearly_always_alone()
    {
        var study = new DoctorStudy();
        foreach (var worksheet in StudyReport.Spread(10)) study.OneMistakeEach(worksheet);
        Assert.Empty(study.Rows.Values.SelectMany(row => row.Lost));
        Assert.InRange(study.Rows.Values.Sum(row => row.AloneWithTwins), 0.94 * study.Rows.Values.Sum(row => row.Shows), double.MaxValue);
    }

    [Fact]
    public void A_correct_student_who_rounds_is_not_accused()
    {
        foreach (var kept in (int[])[3, 4])
            for (var worksheet = 0; worksheet < 100; worksheet++)
                Assert.False(DoctorStudy.IsAccused(worksheet, kept), $"worksheet {worksheet}, {kept} digits");
    }

    [Fact]
    public void Of_two_mistakes_the_pair_is_found_and_no_third_is_named_firmly()
    {
        var study = new DoctorStudy();
        var pairs = study.Pairs(StudyReport.Spread(25), 20).ToList();
        Assert.Equal(500, pairs.Count);
        var visible = pairs.Count(pair => pair.BothShow);
        Assert.InRange(pairs.Count(pair => pair.PairFound), 0.8 * visible, visible);
        Assert.DoesNotContain(pairs, pair => pair.WrongFirmName);
    }

    [Fact]
    public void A_slip_is_never_blamed_firmly_on_a_mistake()
    {
        var study = new DoctorStudy();
        Assert.DoesNotContain(study.Slips(StudyReport.Spread(25), 20), slip => slip.IsFirm);
    }

    /// <summary>Runs only where a file to write is named: benchmarks/doctor.sh.</summary>
    [Fact]
    public void The_whole_study_is_written_where_it_is_asked_for()
    {
        if (Environment.GetEnvironmentVariable("BACKPROP_DOCTOR_STUDY") is not { Length: > 0 } file) return;
        var worksheets = int.Parse(Environment.GetEnvironmentVariable("BACKPROP_DOCTOR_WORKSHEETS") ?? "200", System.Globalization.CultureInfo.InvariantCulture);
        var report = StudyReport.Run(worksheets);
        File.WriteAllText(file, report.Text);
        Assert.True(report.Holds, report.Text);
    }
}
