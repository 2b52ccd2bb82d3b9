using Xunit.Sdk;

namespace Backprop.Teaching.Tests.Diagnosis;

public class PlainStudentTests
{
    /// <summary>Plain loops with each mistake as an if, and patched definitions as a flat program, are two ways to the same wrong numbers.</summary>
    [Fact]
    public void Every_form_of_every_mistake_leads_to_the_numbers_that_plain_loops_with_that_mistake_lead_to()
    {
        for (var worksheet = 0; worksheet < StudyWorksheets.Settings; worksheet++)
        {
            var example = StudyWorksheets.Of(worksheet);
            var rules = MisconceptionCatalogue.Rules(MistakeShape.Of(example));
            var program = PassProgram.Of(example);
            var ids = Numbers(example).ToList();
            foreach (var rule in rules)
            {
                var student = new PlainStudent(example, 17, MadeMistake.Of(rule, rules));
                var pass = program.Run(example, null, null, rule);
                foreach (var id in ids)
                    if (!(Math.Abs(pass[id].Value - student.Value(id)) <= 1e-10))
                        throw new XunitException($"worksheet {worksheet}, {rule.Label}, {rule.Message}: {id} is {student.Value(id)} on paper, {pass[id].Value} in the program");
            }
        }
    }

    /// <summary>Whatever a student who rounds each result can arrive at lies in the interval, with every mistake.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void What_a_student_who_rounds_arrives_at_is_within_reach(int digits)
    {
        for (var worksheet = 0; worksheet < 40; worksheet++)
        {
            var example = StudyWorksheets.Of(worksheet);
            var rules = MisconceptionCatalogue.Rules(MistakeShape.Of(example));
            var program = PassProgram.Of(example);
            var ids = Numbers(example).ToList();
            foreach (var rule in rules)
            {
                var student = new PlainStudent(example, digits, MadeMistake.Of(rule, rules));
                var pass = program.Run(example, digits, null, rule);
                foreach (var id in ids)
                    if (!pass[id].IsWithin(student.Value(id), 0))
                        throw new XunitException($"worksheet {worksheet}, {rule.Label}, {rule.Message}: {id} is {student.Value(id)} on paper, {pass[id]} in the program");
            }
        }
    }

    [Fact]
    public void Without_a_mistake_the_student_is_right()
    {
        var example = Examples.Mazur;
        var student = new PlainStudent(example, 17);
        var trace = Backpropagation.Run(example);
        Assert.Equal(trace.Value("dW[1][0,0]"), student.Value(QuantityId.Parse("dW[1][0,0]@0")), 15);
        Assert.Equal(0.149780716132763, trace.Step().Layer(1).WeightsAfter[0, 0].Value, 12);
        Assert.Equal(0.149780716132763, student.Value(QuantityId.Parse("newW[1][0,0]")), 12);
    }

    static IEnumerable<QuantityId> Numbers(Example example)
    {
        var trace = Backpropagation.Run(example);
        var ids = trace.Quantities().Where(id => id.Kind is > QuantityKind.Biases and < QuantityKind.DataLoss and not (QuantityKind.ActivationJacobian or QuantityKind.InputGradient));
        var step = Enumerable.Range(1, trace.LayerCount).SelectMany(l => (QuantityId[])[new(QuantityKind.WeightStep, l), new(QuantityKind.WeightsAfter, l), new(QuantityKind.BiasStep, l), new(QuantityKind.BiasesAfter, l)]);
        return ids.Concat(step).SelectMany(id => QuantityEntries.Of(trace[id])).Select(entry => entry.Id);
    }
}
