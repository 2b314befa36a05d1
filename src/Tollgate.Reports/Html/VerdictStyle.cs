namespace Tollgate.Reports.Html;

/// <summary>What a verdict needs beyond <see cref="HtmlStyle"/>.</summary>
internal static class VerdictStyle
{
    public const string Css = """
        .verdict{border-radius:14px;padding:20px 24px;margin:22px 0 0;background:var(--warnbg);color:var(--warn)}
        .verdict.adopt{background:var(--goodbg);color:var(--good)}
        .verdict.reject{background:var(--badbg);color:var(--bad)}
        .verdict b{display:block;font-size:13px;letter-spacing:.09em}
        .verdict p{margin:2px 0 0;font-size:21px;line-height:1.3;letter-spacing:-.01em;font-weight:620;
        text-wrap:balance;overflow-wrap:anywhere}
        .verdict p+p{font-size:14px;font-weight:400;letter-spacing:0;color:var(--ink)}
        .criteria{padding:4px 24px}
        .criterion{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:8px 28px;padding:16px 0;
        border-bottom:1px solid var(--line);break-inside:avoid}
        .criterion:last-child{border-bottom:0}
        .criterion h3{margin:0;font-size:15px;font-weight:620;overflow-wrap:anywhere}
        .criterion p{margin:3px 0 0;font-size:14px;overflow-wrap:anywhere}
        .criterion p.small{color:var(--dim);font-size:12.5px}
        .criterion figure{border:0;padding:0;background:none;border-radius:0;align-self:center}
        .criterion .tag{margin:0 0 0 8px;vertical-align:1px;white-space:nowrap}
        .tag.bad{background:var(--badbg);color:var(--bad)}.tag.plain{background:var(--line);color:var(--ink)}
        .criterion.head{padding:12px 0 0;border-bottom:0}
        .direction{display:flex;justify-content:space-between;color:var(--dim);font-size:12.5px}
        svg .zero{stroke:var(--dim)}svg .margin{stroke:var(--dim);stroke-dasharray:3 3}
        svg .thin{stroke-width:2}svg .thick{stroke-width:8;opacity:.45}
        .why{margin:8px 0 0;padding-left:20px}.why li{margin:3px 0;max-width:100ch;overflow-wrap:anywhere}
        .seal{font-size:12.5px;overflow-wrap:anywhere}
        @media (max-width:860px){.criterion{grid-template-columns:minmax(0,1fr)}.verdict p{font-size:18px}
        .criteria{padding:4px 16px}svg .tick{font-size:19px}}
        @media print{.verdict,.tag,svg *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """;
}
