using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes a gradient check as one line: name, step, loss, passed, largestRelativeError, and each parameter, worst first.</summary>
static class GradientCheckJson
{
    public static void Print(GradientCheckReport report) => JsonLine.Print(json => Write(json, report));

    static void Write(Utf8JsonWriter json, GradientCheckReport report)
    {
        json.WriteStartObject();
        json.WriteString("name", report.Example.Name);
        json.WriteNumber("step", report.Step);
        json.WriteNumber("loss", report.Loss);
        json.WriteBoolean("passed", report.Passed);
        JsonLine.Number(json, "largestRelativeError", report.LargestRelativeError);
        json.WriteStartArray("parameters");
        foreach (var parameter in report.Parameters) Write(json, parameter);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ParameterCheck parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Parameter.ToString());
        JsonLine.Number(json, "analytic", parameter.Analytic);
        JsonLine.Number(json, "numeric", parameter.Numeric);
        JsonLine.Number(json, "absoluteError", parameter.AbsoluteError);
        JsonLine.Number(json, "relativeError", parameter.RelativeError);
        json.WriteBoolean("fails", parameter.Fails);
        json.WriteStartArray("kinks");
        foreach (var kink in parameter.Kinks) json.WriteStringValue(kink.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
