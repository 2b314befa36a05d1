using System.Text.Json;
using Tollgate.Values;

namespace Tollgate.Tests.Values;

public class ValueComparerTests
{
    // A Monday.
    private static readonly DateTime Now = new(2026, 3, 2, 9, 15, 0);

    private static readonly ValueRule Number = new(ValueKind.Number);
    private static readonly ValueRule Boolean = new(ValueKind.Boolean);
    private static readonly ValueRule Date = new(ValueKind.Date);
    private static readonly ValueRule Time = new(ValueKind.Time);
    private static readonly ValueRule Moment = new(ValueKind.DateTime);
    private static readonly ValueRule Phone = new(ValueKind.Phone);
    private static readonly ValueRule Money = new(ValueKind.Money);
    private static readonly ValueRule Email = new(ValueKind.Email);
    private static readonly ValueRule Code = new(ValueKind.Code);
    private static readonly ValueRule Enum = new(ValueKind.Enum);
    private static readonly ValueRule Pattern = new(ValueKind.Pattern);
    private static readonly ValueRule Set = new(ValueKind.Set);
    private static readonly ValueRule List = new(ValueKind.List);
    private static readonly ValueRule Object = new(ValueKind.Object);
    private static readonly ValueRule Cent = new(ValueKind.Number) { Tolerance = 0.01 };
    private static readonly ValueRule Near = new(ValueKind.Set) { Items = new(ValueKind.Number) { Tolerance = 1 } };
    private static readonly ValueRule Dates = new(ValueKind.Set) { Items = Date };

    private static readonly ValueRule Person = new(ValueKind.Object)
    {
        Fields = new Dictionary<string, ValueRule> { ["born"] = Date, ["code"] = Code },
    };

    // The rule, what is expected, what is given, whether they are the same; each way round but for patterns.
    private static readonly (ValueRule Rule, string Expected, string Given, bool Same)[] Rows =
    [
        // Text: case, spaces, quotes and dashes are folded, nothing else.
        (ValueRule.Text, "\"Winifred Tallow\"", "\"winifred  tallow \"", true),
        (ValueRule.Text, "\"O'Neil\"", "\"O\u2019Neil\"", true),
        (ValueRule.Text, "\"two\u2013three\"", "\"two-three\"", true),
        (ValueRule.Text, "\"\u201Cyes\u201D\"", "\"\\\"yes\\\"\"", true),
        (ValueRule.Text, "\"a\\tb\"", "\"a b\"", true),
        (ValueRule.Text, "\"Smith\"", "\"Smyth\"", false),
        (ValueRule.Text, "\"Mary Ann\"", "\"MaryAnn\"", false),
        (ValueRule.Text, "\"Jose\"", "\"Jos\u00E9\"", false),
        (ValueRule.Text, "\"St. John\"", "\"St John\"", false),
        (ValueRule.Text, "\"\"", "\" \"", true),

        // JSON types must agree first, and a boolean is no number.
        (ValueRule.Text, "\"1\"", "1", false),
        (ValueRule.Text, "true", "1", false),
        (Number, "true", "1", false),
        (Boolean, "true", "1", false),
        (Boolean, "true", "\"true\"", false),
        (Number, "5", "\"5\"", false),
        (Set, "[\"a\"]", "\"a\"", false),
        (Object, "{}", "[]", false),

        // Absent and null are one; the empty text is none of them.
        (ValueRule.Text, "null", "", true),
        (ValueRule.Text, "null", "null", true),
        (ValueRule.Text, "null", "\"\"", false),
        (ValueRule.Text, "\"\"", "", false),
        (Number, "null", "0", false),
        (Boolean, "false", "null", false),
        (Set, "[]", "null", false),
        (Pattern, "null", "null", true),

        // Numbers.
        (Number, "5", "-5", false),
        (Number, "3.14", "314", false),
        (Number, "0.3", "0.30000000000000004", true),
        (Number, "5", "5.0", true),
        (Number, "5", "5e0", true),
        (Number, "0", "-0", true),
        (Number, "100", "1e2", true),
        (Number, "12345678901", "12345678902", false),
        (Number, "9007199254740993", "9007199254740992", false),
        (Number, "99999999999999999999999999999999999999", "99999999999999999999999999999999999999.0", true),
        (Number, "1e400", "1e500", false),
        (Number, "1e400", "1e400", true),
        (Cent, "10", "10.01", true),
        (Cent, "10", "10.011", false),
        (Cent, "-10", "10", false),
        (Number, "\"1,200\"", "\"1200.0\"", true),
        (Number, "\"1,20\"", "\"120\"", false),
        (Number, "\"five\"", "\"Five\"", true),

        // Yes and no.
        (Boolean, "true", "true", true),
        (Boolean, "true", "false", false),
        (Boolean, "\"yes\"", "\"True\"", true),
        (Boolean, "\"yes\"", "\"no\"", false),
        (Boolean, "\"yes\"", "\"1\"", false),

        // Dates: the month comes first where slashes are.
        (Date, "\"2024-11-02\"", "\"11/2/2024\"", true),
        (Date, "\"11/2/2024\"", "\"1/12/2024\"", false),
        (Date, "\"11/2/2024\"", "\"2/11/2024\"", false),
        (Date, "\"1984-03-03\"", "\"March 3rd, 1984\"", true),
        (Date, "\"1984-03-03\"", "\"3 March 1984\"", true),
        (Date, "\"1984-03-03\"", "\"03/03/1984\"", true),
        (Date, "\"1984-03-03\"", "\"the 3rd of March, 1984\"", true),
        (Date, "\"1984-03-03\"", "\"Mar. 3 1984\"", true),
        (Date, "\"1984-03-03\"", "\"1984-03-03T00:00:00Z\"", true),
        (Date, "\"1984-03-03\"", "\"1984-03-03T10:00:00Z\"", false),
        (Date, "\"1984-03-03\"", "\"1984-3-3\"", true),
        (Date, "\"1984-03-03\"", "\"1984-03-04\"", false),
        (Date, "\"1984-03-03\"", "\"March 3rd, 1985\"", false),
        (Date, "\"2026-02-30\"", "\"02/30/2026\"", false),
        (Date, "\"2026-02-30\"", "\"2026-02-30 \"", true),

        // Years of two digits: 84 is 1984 alone, 30 may be 1930 or 2030, 26 is 2026.
        (Date, "\"1984-03-03\"", "\"3/3/84\"", true),
        (Date, "\"2084-03-03\"", "\"3/3/84\"", false),
        (Date, "\"2030-03-03\"", "\"3/3/30\"", false),
        (Date, "\"1930-03-03\"", "\"3/3/30\"", false),
        (Date, "\"2026-03-03\"", "\"3/3/26\"", true),

        // No year: the nearest such day. A day of the week must fit; alone it is the next one.
        (Date, "\"2026-03-05\"", "\"March 5th\"", true),
        (Date, "\"2025-12-24\"", "\"December 24\"", true),
        (Date, "\"2026-12-24\"", "\"December 24\"", false),
        (Date, "\"2026-03-05\"", "\"Thursday, March 5, 2026\"", true),
        (Date, "\"2026-03-05\"", "\"Friday, March 5, 2026\"", false),
        (Date, "\"2026-03-05\"", "\"thursday\"", true),
        (Date, "\"2026-03-02\"", "\"Monday\"", false),
        (Date, "\"2026-03-03\"", "\"tomorrow\"", true),
        (Date, "\"2026-03-02\"", "\"tomorrow\"", false),
        (Date, "\"as soon as you can\"", "\"As soon as  you can\"", true),

        // Times: without am or pm there are 24 hours.
        (Time, "\"14:00\"", "\"2 pm\"", true),
        (Time, "\"14:00\"", "\"2:00 P.M.\"", true),
        (Time, "\"14:00\"", "\"14:00:00\"", true),
        (Time, "\"14:00\"", "\"2:00\"", false),
        (Time, "\"14:00\"", "\"2 am\"", false),
        (Time, "\"12:00\"", "\"noon\"", true),
        (Time, "\"00:00\"", "\"12 am\"", true),
        (Time, "\"12:00\"", "\"12 am\"", false),
        (Time, "\"10:30\"", "\"10:03\"", false),
        (Time, "\"10:30\"", "\"10:30:15\"", false),
        (Time, "\"10:00\"", "\"10\"", false),
        (Time, "\"25:00\"", "\"1:00\"", false),

        // Moments: offsets compare as instants only where both have one.
        (Moment, "\"2026-03-05T10:00\"", "\"2026-03-05 10:00:00\"", true),
        (Moment, "\"2026-03-05T10:00\"", "\"03/05/2026 10:00 am\"", true),
        (Moment, "\"2026-03-05T10:00\"", "\"March 5th, 2026 at 10 am\"", true),
        (Moment, "\"2026-03-05T10:00\"", "\"2026-03-05T10:00:00Z\"", true),
        (Moment, "\"2026-03-05T10:00:00Z\"", "\"2026-03-05T11:00:00+01:00\"", true),
        (Moment, "\"2026-03-05T10:00:00Z\"", "\"2026-03-05T10:00:00+01:00\"", false),
        (Moment, "\"2026-03-05T10:00\"", "\"2026-03-05T22:00\"", false),
        (Moment, "\"2026-03-05T10:00\"", "\"2026-03-06T10:00\"", false),
        (Moment, "\"2026-03-05T10:00\"", "\"2026-03-05\"", false),
        (Moment, "\"2026-03-03T15:00\"", "\"tomorrow at 3 pm\"", true),

        // Telephones: with and without the country's code, with the extension.
        (Phone, "\"3125550166\"", "\"(312) 555-0166\"", true),
        (Phone, "\"3125550166\"", "\"+1 312 555 0166\"", true),
        (Phone, "\"3125550166\"", "\"1-312-555-0166\"", true),
        (Phone, "\"+44 20 7946 0958\"", "\"020 7946 0958\"", true),
        (Phone, "\"0044 20 7946 0958\"", "\"+442079460958\"", true),
        (Phone, "\"+353 1 555 0166\"", "\"+353 1 555 0167\"", false),
        (Phone, "\"3125550166\"", "\"3125550167\"", false),
        (Phone, "\"3125550166\"", "\"5550166\"", false),
        (Phone, "\"+1 312 555 0166\"", "\"+44 312 555 0166\"", false),
        (Phone, "\"3125550166\"", "\"3125550166 x12\"", false),
        (Phone, "\"3125550166 ext. 12\"", "\"312-555-0166 x12\"", true),
        (Phone, "3125550166", "3125550166", true),
        (Phone, "3125550166", "3125550167", false),
        (Phone, "\"the one on file\"", "\"The one on file\"", true),

        // Money: a currency on one side alone does no harm.
        (Money, "\"$1,200.50\"", "\"1200.5 USD\"", true),
        (Money, "\"$120\"", "\"120 dollars\"", true),
        (Money, "\"$120\"", "\"120\"", true),
        (Money, "\"$120\"", "\"\u20AC120\"", false),
        (Money, "\"$0.50\"", "\"50 cents\"", true),
        (Money, "\"-$5\"", "\"$5\"", false),
        (Money, "\"$120\"", "\"$12.0\"", false),
        (Money, "120", "120.00", true),
        (Money, "120", "\"$120\"", false),

        // E-mail: nothing but case.
        (Email, "\"jo.e@x.com\"", "\"Jo.E@X.com\"", true),
        (Email, "\"jo.e@x.com\"", "\"joe@x.com\"", false),
        (Email, "\"joe@x.com\"", "\"joe+a@x.com\"", false),
        (Email, "\"joe@x.com\"", "\"joe@x.co\"", false),

        // Codes: case, spaces and dashes; every digit and letter counts.
        (Code, "\"P-1001\"", "\"p 1001\"", true),
        (Code, "\"APT-7781\"", "\"apt7781\"", true),
        (Code, "\"APT-7781\"", "\"APT-7718\"", false),
        (Code, "\"0042\"", "\"42\"", false),
        (Code, "\"O42\"", "\"042\"", false),
        (Code, "\"\"", "\"-\"", false),

        // Enumerations: letter for letter.
        (Enum, "\"checking\"", "\"checking\"", true),
        (Enum, "\"checking\"", "\"Checking\"", false),
        (Enum, "\"checking\"", "\"checking \"", false),

        // Sets: order does not matter, number does; the best assignment, not the first that fits.
        (Set, "[\"a\",\"b\"]", "[\"B\",\"a\"]", true),
        (Set, "[\"a\",\"a\",\"b\"]", "[\"a\",\"b\",\"b\"]", false),
        (Set, "[\"a\"]", "[\"a\",\"b\"]", false),
        (Set, "[]", "[]", true),
        (Set, "[\"1\"]", "[1]", false),
        (Near, "[1,2]", "[2,3]", true),
        (Near, "[2,1]", "[2,3]", true),
        (Near, "[1,1]", "[2,3]", false),
        (Dates, "[\"2026-03-05\",\"1984-03-03\"]", "[\"March 3, 1984\",\"3/5/2026\"]", true),

        // Lists: in order.
        (List, "[\"a\",\"b\"]", "[\"A\",\"b\"]", true),
        (List, "[\"a\",\"b\"]", "[\"b\",\"a\"]", false),

        // Objects: field by field, an absent one is null.
        (Person, """{"born":"1984-03-03","code":"P-1"}""", """{"code":"p1","born":"March 3, 1984"}""", true),
        (Person, """{"born":"1984-03-03","note":null}""", """{"born":"3/3/1984"}""", true),
        (Person, """{"born":"1984-03-03"}""", """{"born":"3/3/1984","note":""}""", false),
        (Person, """{"born":"1984-03-03"}""", """{"born":"3/4/1984"}""", false),
        (ValueRule.Text, """{"a":[1,{"b":"X"}]}""", """{"a":[1,{"b":"x"}]}""", true),
        (ValueRule.Text, """{"a":[1,{"b":"X"}]}""", """{"a":[1,{"b":"y"}]}""", false),

        // Anything, as long as it is there.
        (ValueRule.Any, "\"a\"", "7", true),
        (ValueRule.Any, "\"a\"", "", false),
    ];

    // A regular expression and what is given.
    private static readonly (string Pattern, string Given, bool Matches)[] Patterns =
    [
        ("(?i)knee", "\"pain in the left Knee\"", true),
        ("(?i)knee", "\"pain in the left neck\"", false),
        ("^S-1[23]$", "\"S-12\"", true),
        ("^S-1[23]$", "\"S-14\"", false),
        ("knee", "null", false),
        ("^5$", "5", true),

        // No expression that a suite may hold: look-around cannot be matched in linear time.
        ("^(?!no).*knee", "\"my knee\"", false),
        ("(", "\"(\"", false),
    ];

    public static TheoryData<int> RowNumbers => [.. Enumerable.Range(0, Rows.Length)];

    public static TheoryData<int> PatternNumbers => [.. Enumerable.Range(0, Patterns.Length)];

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public void Same_Row_IsAsTheTableSays(int number)
    {
        var (rule, expected, given, same) = Rows[number];
        ValueComparer.Same(Json(expected), Json(given), rule, Now).ShouldBe(same, $"{rule.Kind} {expected} {given}");
        ValueComparer.Same(Json(given), Json(expected), rule, Now).ShouldBe(same, $"{rule.Kind} {given} {expected}");
    }

    [Theory]
    [MemberData(nameof(PatternNumbers))]
    public void Same_Pattern_MatchesAsTheTableSays(int number)
    {
        var (pattern, given, matches) = Patterns[number];
        ValueComparer.Same(JsonSerializer.SerializeToElement(pattern), Json(given), Pattern, Now).ShouldBe(matches);
    }

    [Fact]
    public void Meets_OneOfSeveral_IsEnough()
    {
        var expected = new ExpectedValue([Json("\"S-12\""), Json("\"S-13\""), Json("null")], Code);
        ValueComparer.Meets(expected, Json("\"s13\""), Now).ShouldBeTrue();
        ValueComparer.Meets(expected, default, Now).ShouldBeTrue();
        ValueComparer.Meets(expected, Json("\"S-14\""), Now).ShouldBeFalse();
        ValueComparer.Meets(expected, Json("\"\""), Now).ShouldBeFalse();
    }

    [Fact]
    public void Meets_AnyWithoutValues_WantsThatSomethingIsThere()
    {
        var any = new ExpectedValue([], ValueRule.Any);
        ValueComparer.Meets(any, Json("0"), Now).ShouldBeTrue();
        ValueComparer.Meets(any, default, Now).ShouldBeFalse();
        ValueComparer.Meets(any, Json("null"), Now).ShouldBeFalse();
        ValueComparer.Meets(new ExpectedValue([], ValueRule.Text), Json("0"), Now).ShouldBeFalse();
    }

    // An expression that takes exponential time where it is matched by backtracking.
    [Fact]
    public void Same_HostilePattern_ComesToAnEnd()
    {
        var text = JsonSerializer.SerializeToElement(new string('a', 20_000) + "!");
        ValueComparer.Same(Json("\"^(a+)+$\""), text, Pattern, Now).ShouldBeFalse();
        ValueComparer.Same(Json("\"^(a|aa)*[^!]*!?b\""), text, Pattern, Now).ShouldBeFalse();
    }

    [Fact]
    public void Same_HugeValues_CompareByTheirBytes()
    {
        var long1 = JsonSerializer.SerializeToElement(Enumerable.Range(0, 50_000).ToArray());
        var long2 = JsonSerializer.SerializeToElement(Enumerable.Range(0, 50_000).Reverse().ToArray());
        ValueComparer.Same(long1, long1, Set, Now).ShouldBeTrue();
        ValueComparer.Same(long1, long2, Set, Now).ShouldBeFalse();
        var text = JsonSerializer.SerializeToElement(new string('1', 60_000));
        foreach (var kind in System.Enum.GetValues<ValueKind>().Where(kind => kind != ValueKind.Pattern))
        {
            ValueComparer.Same(text, text, new ValueRule(kind), Now).ShouldBeTrue(kind.ToString());
        }

        // Thousands of places to part a date from a time.
        var spaced = string.Concat(Enumerable.Repeat("0 ", 30_000));
        ValueComparer.Same(
                JsonSerializer.SerializeToElement(spaced + "!"), JsonSerializer.SerializeToElement(spaced + "?"),
                new ValueRule(ValueKind.DateTime), Now)
            .ShouldBeFalse();
    }

    private static JsonElement Json(string json) => json.Length == 0 ? default : JsonElement.Parse(json);
}
