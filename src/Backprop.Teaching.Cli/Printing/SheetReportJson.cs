using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes what the doctor says of a sheet as one line: verdict, firstWrong, numbers, explanations, separate, convention.</summary>
static class SheetReportJson
{
    public static void Print(SheetReport report) => JsonLine.Print(json => Write(json, report));

    static void Write(Utf8JsonWriter json, SheetReport report)
    {
        json.WriteStartObject();
        json.WriteString("verdict", Name(report.Verdict));
        json.WriteString("firstWrong", report.FirstWrong?.Answer.Quantity.ToString());
        json.WriteStartArray("numbers");
        foreach (var number in report.Numbers) Write(json, number, report.IsRevealed || report.Hint == SheetReport.FullHint, report.IsRevealed);
        json.WriteEndArray();
        json.WriteStartArray("explanations");
        foreach (var explanation in report.Explanations) Write(json, explanation);
        json.WriteEndArray();
        json.WriteString("separate", report.Separate?.ToString());
        json.WriteString("convention", report.Convention is { } convention ? $"{convention.Words}: put the line '{convention.Line}' into the sheet" : null);
        json.WriteEndObject();
    }

    // the interval of a wrong number is its right one, and is not told before it is asked for
    static void Write(Utf8JsonWriter json, AnswerJudgement number, bool tellsInterval, bool isRevealed)
    {
        var answer = number.Answer;
        json.WriteStartObject();
        json.WriteString("quantity", answer.Quantity.ToString());
        if (answer.Number is { } given) json.WriteNumber("given", given.Value);
        else json.WriteString("given", answer.IsBlank ? null : answer.Text);
        if (answer.Number?.SignificantDigits is { } digits) json.WriteNumber("digits", digits);
        else json.WriteNull("digits");
        json.WriteString("status", Name(number.Status));
        if (isRevealed) JsonLine.Number(json, "expected", number.Expected);
        if (number.Accepted is { } accepted && (tellsInterval || !number.IsWrong))
        {
            json.WriteStartArray("interval");
            json.WriteNumberValue(accepted.Low);
            json.WriteNumberValue(accepted.High);
            json.WriteEndArray();
        }
        else json.WriteNull("interval");
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteStartArray("rules");
        foreach (var rule in explanation.Rules) json.WriteStringValue(rule);
        json.WriteEndArray();
        json.WriteNumber("fits", explanation.Fits);
        json.WriteNumber("of", explanation.Of);
        json.WriteString("message", explanation.Message);
        json.WriteEndObject();
    }

    static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
