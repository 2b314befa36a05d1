using System.CommandLine;
using System.Text.RegularExpressions;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Plans;
using Tollgate.Secrets;
using Tollgate.Wires.Catalog;
using Tollgate.Wires.Requests;

namespace Tollgate.Cli.Flags;

/// <summary>The flags that make one target.</summary>
/// <param name="of">Whose they are, before each flag's name: empty, or <c>caller-</c>.</param>
internal sealed partial class TargetFlags(string of = "")
{
    private readonly Option<string?> url =
        Flag.Text($"--{of}url", "URL", "Base URL, as the provider's SDK takes it; with or without /v1.");
    private readonly Option<string?> wire =
        Flag.Text($"--{of}wire", "WIRE", $"API format: {string.Join(", ", WireCatalog.Names)}.");
    private readonly Option<string?> model = Flag.Text($"--{of}model", "MODEL", "Model id, as the provider spells it.");
    private readonly Option<string?> name =
        Flag.Text($"--{of}name", "NAME", "Name in results (default: the model id).");
    private readonly Option<string?> region = Flag.Text($"--{of}region", "REGION", "Label for where the model is served.");
    private readonly Option<string?> tier =
        Flag.Text($"--{of}tier", "TIER", "Service tier, sent as the provider's service_tier.");
    private readonly Option<string?> keyVariable =
        Flag.Text($"--{of}key-env", "NAME", $"Environment variable with the API key (default: {string.Join(" or ", WireCatalog.All.Select(static wire => wire.KeyVariable))}). Optional on this machine.");
    private readonly Option<string[]> headers = new($"--{of}header")
    {
        HelpName = "NAME: VALUE",
        Description = "Additional request header; ${NAME} is replaced by a variable. Repeatable.",
    };
    private readonly Option<string?> price =
        Flag.Text($"--{of}price", "IN,OUT", "US dollars per million tokens in and out, such as 2.5,10. Plans take more.");

    private readonly Option<string?> tokenLimit =
        Flag.Text($"--{of}token-limit", "NAME", "Request field that limits the tokens of an answer: max_tokens, max_completion_tokens or none (default: by host and by what the server refuses).");
    private readonly Option<bool> noStreamOptions = new($"--{of}no-stream-options")
    {
        Description = "Do not send stream_options, which asks for token counts.",
    };
    private readonly Option<string?> body =
        Flag.Text($"--{of}body", "JSON", "Additional fields of the request body, such as '{\"top_k\": 1}'; null removes a field.");
    private readonly Option<string?> end =
        Flag.Text($"--{of}end", "WHAT", "What ends an answer: marker (default), or finish_reason for servers that send no end marker.");

    private List<InputError> errors = [];
    private List<KeyValuePair<string, Secret>> variables = [];

    /// <summary>Those that say where it is, and the key to it.</summary>
    public IEnumerable<Option> Place => [url, wire, model, keyVariable];

    public IEnumerable<Option> Options =>
        [
            url, wire, model, name, region, tier, keyVariable, headers, price, tokenLimit, noStreamOptions, body, end,
        ];

    /// <summary>Those that were given.</summary>
    public IEnumerable<Option> Given(ParseResult parsed) =>
        Options.Where(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>
    /// The target that the flags come to; null where something is wrong, which is then among the errors.
    /// </summary>
    public Target? Read(ParseResult parsed, Func<string, string?> environment, List<InputError> errors)
    {
        this.errors = errors;
        variables = [];
        return ReadTarget(parsed, environment);
    }

    /// <summary>
    /// The target that one text names: <c>URL,WIRE,MODEL</c>, with the key of the wire's usual variable; null where
    /// something is wrong, which is then among the errors.
    /// </summary>
    public Target? ReadPlace(
        string text, Option option, Func<string, string?> environment, List<InputError> errors)
    {
        this.errors = errors;
        variables = [];
        if (text.Split(',', 3, StringSplitOptions.TrimEntries) is not [var place, var wireName, { Length: > 0 } id]
            || id.Any(char.IsControl))
        {
            Fail(option, $"found \"{text}\"; expected a target of --plan by its name, or URL,WIRE,MODEL");
            return null;
        }

        if (WireCatalog.Find(wireName) is null)
        {
            Fail(option, $"found the wire \"{wireName}\"; expected one of {string.Join(", ", WireCatalog.Names)}");
            return null;
        }

        if (!BaseUrls.TryParse(place, out var address, out var error))
        {
            Fail(option, error);
            return null;
        }

        return new Target
        {
            Name = id,
            Wire = wireName,
            Url = address,
            Model = id,
            ApiKey = ReadKey(null, wireName, address, environment),
            Variables = variables,
        };
    }

    private Target? ReadTarget(ParseResult parsed, Func<string, string?> environment)
    {
        var missing = ((Option<string?>[])[url, wire, model]).Where(option => parsed.GetValue(option) is null).ToList();
        foreach (var option in missing)
        {
            Fail(option, of.Length == 0
                ? "is not given; expected --url, --wire and --model, or --plan"
                : $"is not given; expected --{of}url, --{of}wire and --{of}model");
        }

        if (missing.Count > 0)
        {
            return null;
        }

        foreach (var option in ((Option<string?>[])[model, name]).Where(option => parsed.GetValue(option) == ""))
        {
            Fail(option, "is empty; expected a name");
        }

        foreach (var option in ((Option<string?>[])[model, name])
            .Where(option => parsed.GetValue(option)?.Any(char.IsControl) == true))
        {
            Fail(option, "has a line break or another control character; expected a name on one line");
        }

        var wireName = parsed.GetValue(wire)!; // None is missing.
        if (WireCatalog.Find(wireName) is null)
        {
            Fail(wire, $"found \"{wireName}\"; expected one of {string.Join(", ", WireCatalog.Names)}");
        }

        if (!BaseUrls.TryParse(parsed.GetValue(url)!, out var address, out var error))
        {
            Fail(url, error.Replace("`key`", $"--{of}key-env", StringComparison.Ordinal));
            return null;
        }

        var flags = new FlagReading(parsed);
        var target = new Target
        {
            Name = parsed.GetValue(name) ?? parsed.GetValue(model)!,
            Wire = wireName,
            Url = address,
            Model = parsed.GetValue(model)!,
            Region = parsed.GetValue(region),
            Tier = parsed.GetValue(tier),
            ApiKey = ReadKey(parsed.GetValue(keyVariable), wireName, address, environment),
            Headers = ReadHeaders(parsed, environment),
            Variables = variables,
            Price = ReadPrice(parsed),
            Request = ReadForm(parsed, wireName, flags),
            End = flags.OneOf<StreamEnd>(end) ?? StreamEnd.Marker,
        };
        errors.AddRange(flags.Errors);
        return target;
    }

    private Secret ReadKey(string? named, string wireName, Uri address, Func<string, string?> environment)
    {
        var variable = named ?? (WireCatalog.Find(wireName) ?? WireCatalog.All[0]).KeyVariable;
        if (!VariableName().IsMatch(variable) || (KeyShapes.MayBe(variable) && !variable.Contains('_')))
        {
            // The shell put the key where its name was meant.
            Fail(keyVariable, "found something that is no variable's name, which is not shown; expected a name such as OPENAI_API_KEY, without a dollar sign");
            return default;
        }

        var value = environment(variable);
        if (string.IsNullOrEmpty(value))
        {
            if (named is null && address.IsLoopback)
            {
                return default;
            }

            Fail(keyVariable, $"the variable {variable} is not set; expected the key for {address.Host} in it, or --{of}key-env with another name");
            return default;
        }

        if (value.Any(c => c is <= ' ' or > '~'))
        {
            Fail(keyVariable, $"the variable {variable} holds a character that no key has, such as a line break");
            return default;
        }

        variables.Add(new(variable, new Secret(value)));
        return new Secret(value);
    }

    private Dictionary<string, Secret> ReadHeaders(ParseResult parsed, Func<string, string?> environment)
    {
        var read = new Dictionary<string, Secret>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in parsed.GetValue(headers) ?? [])
        {
            var colon = header.IndexOf(':');
            if (colon <= 0 || !HeaderNames.IsName(header[..colon]))
            {
                Fail(headers, "found a header without a name before a colon; expected one such as \"x-team: voice\"");
                continue;
            }

            if (HeaderNames.IsOfTheTransport(header[..colon]))
            {
                Fail(headers, $"found {header[..colon]}, which the transport writes; expected another header");
                continue;
            }

            var value = Variable().Replace(header[(colon + 1)..].Trim(), match =>
            {
                if (environment(match.Groups[1].Value) is { } found)
                {
                    variables.Add(new(match.Groups[1].Value, new Secret(found)));
                    return found;
                }

                Fail(headers, $"the variable {match.Groups[1].Value} is not set; expected it in the environment");
                return "";
            });
            if (value.Any(c => c is < ' ' or > '~'))
            {
                Fail(headers, $"the value of {header[..colon]} has a character that no header has, such as a line break");
            }

            read[header[..colon]] = new Secret(value);
        }

        return read;
    }

    private RequestForm ReadForm(ParseResult parsed, string wireName, FlagReading flags)
    {
        var choices = WireCatalog.Find(wireName)?.Choices;
        foreach (var (option, _) in new (Option Option, RequestChoices Choice)[]
        {
            (tokenLimit, RequestChoices.TokenLimit), (noStreamOptions, RequestChoices.StreamOptions),
        }.Where(one =>
            choices?.HasFlag(one.Choice) == false && parsed.GetResult(one.Option) is { Implicit: false }))
        {
            Fail(option, $"is given with the wire {wireName}, which has no such choice");
        }

        string? problem = null;
        var fields = parsed.GetValue(body) is { } given
            ? BodyFields.Read(given, WireCatalog.OwnFields(wireName), out problem)
            : null;
        if (problem is not null)
        {
            Fail(body, problem);
        }

        return new RequestForm
        {
            TokenLimit = flags.OneOf<TokenLimit>(tokenLimit),
            StreamOptions = parsed.GetValue(noStreamOptions) ? false : null,
            BodyJson = fields,
        };
    }

    private Price? ReadPrice(ParseResult parsed)
    {
        if (parsed.GetValue(price) is not { } text)
        {
            return null;
        }

        if (UsdPrice.TryParse(text, out var read))
        {
            return read;
        }

        Fail(price, $"found \"{text}\"; expected two amounts such as 2.5,10");
        return null;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Variable();

    private void Fail(Option option, string message) =>
        errors.Add(new InputError(option.Name, null, null, message));
}
