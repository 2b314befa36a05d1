using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tollgate.Values;

namespace Tollgate.Tests.Values;

public class ValueComparerProperties
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 15, 0);

    private static readonly string[] Scraps =
    [
        "", " ", "5", "-5", "5.0", "2026-03-05", "March 5", "3/5/26", "10:00", "10 am", "$5", "5 dollars", "+1 312 555 0166",
        "3125550166", "P-1001", "p1001", "jo.e@x.com", "yes", "true", "Thursday", "\u2019", "a-b", "ab",
    ];

    private static readonly Gen<JsonElement> Values = Gen.Sized(size => Value(Math.Min(size, 3)));

    private static readonly Gen<ValueRule> Rules =
        from kind in Gen.Elements(Enum.GetValues<ValueKind>())
        from items in Gen.Elements(Enum.GetValues<ValueKind>())
        from tolerance in Gen.Elements(0, 0.01, 1)
        where kind != ValueKind.Pattern && items != ValueKind.Pattern
        select new ValueRule(kind) { Items = new ValueRule(items), Tolerance = tolerance };

    [Fact]
    public void Same_IsReflexive() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Values.ToArbitrary(), Rules.ToArbitrary(), static (value, rule) =>
            ValueComparer.Same(value, value, rule, Now)));

    [Fact]
    public void Same_IsSymmetric() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Values.ToArbitrary(), Values.ToArbitrary(), Rules.ToArbitrary(), static (a, b, rule) =>
                ValueComparer.Same(a, b, rule, Now) == ValueComparer.Same(b, a, rule, Now)));

    [Fact]
    public void Same_DateInAnyForm_IsItselfAndNoOther() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 40_000).ToArbitrary(), Gen.Choose(1, 400).ToArbitrary(), static (day, later) =>
            {
                var date = new DateOnly(1930, 1, 1).AddDays(day);
                var other = date.AddDays(later);
                var rule = new ValueRule(ValueKind.Date);
                return new[] { "yyyy-MM-dd", "M/d/yyyy", "MMMM d, yyyy", "d MMM yyyy", "dddd, MMMM d yyyy" }.All(form =>
                    Same(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        date.ToString(form, CultureInfo.InvariantCulture), rule)
                    && !Same(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        other.ToString(form, CultureInfo.InvariantCulture), rule));
            }));

    [Fact]
    public void Same_ShuffledSet_IsTheSame() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Values.ListOf(6).ToArbitrary(), Gen.Shuffle(new[] { 0, 1, 2, 3, 4, 5 }).ToArbitrary(), static (items, order) =>
                ValueComparer.Same(
                    JsonSerializer.SerializeToElement(items),
                    JsonSerializer.SerializeToElement(order.Select(i => items[i])),
                    new ValueRule(ValueKind.Set), Now)));

    private static bool Same(string a, string b, ValueRule rule) =>
        ValueComparer.Same(
            JsonSerializer.SerializeToElement(a), JsonSerializer.SerializeToElement(b), rule, Now);

    private static Gen<JsonElement> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Elements(Scraps).Select(static text => JsonSerializer.SerializeToElement(text)),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(static text =>
                JsonSerializer.SerializeToElement(text.Get)),
            Gen.Choose(-3, 3).Select(static number => JsonSerializer.SerializeToElement(number / 2.0)),
            Gen.Elements("true", "false", "null", "1e400", "12345678901234567890123456789012345")
                .Select(static json => JsonElement.Parse(json)));
        return depth == 0
            ? leaf
            : Gen.OneOf(
                leaf,
                Value(depth - 1).ListOf(2).Select(static items => JsonSerializer.SerializeToElement(items)),
                Value(depth - 1).Select(static value =>
                    JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { ["a"] = value })));
    }
}
