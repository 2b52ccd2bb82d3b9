using System.Globalization;
using System.Reflection;
using System.Text;

namespace Backprop.Teaching.Tests.Conventions;

/// <summary>Prints what an assembly offers to its users: one line per public type and member, in ordinal order.</summary>
static class PublicApi
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    static readonly NullabilityInfoContext Nullability = new();

    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(double)] = "double",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(bool)] = "bool",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{KindOf(type)} {type.FullName}{Bases(type)}\n");
            foreach (var member in type.GetMembers(Declared).Select(Describe).OfType<string>().Order(StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"    {member}\n");
        }
        return text.ToString();
    }

    static string KindOf(Type type) => type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    static string Bases(Type type)
    {
        var bases = new[] { type.BaseType }.Concat(type.GetInterfaces()).Where(each => each is { IsPublic: true } && each != typeof(object) && each != typeof(ValueType) && !type.IsEnum);
        var names = string.Join(", ", bases.Select(each => Name(each!)));
        return names.Length == 0 ? "" : " : " + names;
    }

    static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(Nullability.Create(field))} {field.Name}{(field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "")}",
        PropertyInfo property when Visible(property.GetMethod) || Visible(property.SetMethod) =>
            $"{Modifiers(property.GetMethod ?? property.SetMethod!)}{Name(Nullability.Create(property))} {property.Name}{Parameters(property.GetIndexParameters(), '[', ']')} {{{(Visible(property.GetMethod) ? " get;" : "")}{Setter(property.SetMethod)} }}",
        ConstructorInfo constructor when Visible(constructor) => $"{Modifiers(constructor)}new{Parameters(constructor.GetParameters())}",
        MethodInfo method when Visible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.StartsWith('<') =>
            $"{Modifiers(method)}{Name(Nullability.Create(method.ReturnParameter))} {method.Name}{Generics(method)}{Parameters(method.GetParameters())}",
        EventInfo event_ when Visible(event_.AddMethod) => $"event {Name(event_.EventHandlerType!)} {event_.Name}",
        _ => null,
    };

    static bool Visible(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    static string Setter(MethodInfo? setter) => !Visible(setter) ? "" : setter!.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;";

    static string Modifiers(MethodBase method) => (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    static string Parameters(ParameterInfo[] parameters, char open = '(', char close = ')') => parameters.Length == 0 && open == '[' ? "" :
        open + string.Join(", ", parameters.Select(parameter => $"{Name(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : Literal(parameter.RawDefaultValue)) : "")}")) + close;

    static string Literal(object? value) => value switch { null => "null", string text => $"\"{text}\"", IFormattable number => number.ToString(null, CultureInfo.InvariantCulture), _ => value.ToString()! };

    static string Name(NullabilityInfo info) => info.Type.IsValueType || info.ReadState != NullabilityState.Nullable ? Name(info.Type) : Name(info.Type) + "?";

    static string Name(Type type)
    {
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        return type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">" : type.Name;
    }
}
