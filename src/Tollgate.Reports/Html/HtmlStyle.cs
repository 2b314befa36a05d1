namespace Tollgate.Reports.Html;

/// <summary>The page's style sheet: system fonts, light and dark, print.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#14181f;--dim:#5b6573;--line:#e1e5ea;
        --accent:#2457d6;
        --good:#12734f;--goodbg:#e3f4ec;--bad:#b3361f;--badbg:#fdebe7;--warnbg:#fff6dd;--warn:#7a5200;
        --c0:#2f6bdf;--c1:#d35a21;--c2:#12876a;--c3:#8a4bcf;--c4:#c2316f;--c5:#857100;--c6:#1c86a8;--c7:#6a7280}
        @media (prefers-color-scheme:dark){:root{--bg:#0e1116;--card:#161b22;--ink:#e8ebf0;--dim:#9aa5b4;
        --line:#2a313b;--accent:#82a8ff;
        --good:#5fd0a2;--goodbg:#10291f;--bad:#ff8d75;--badbg:#331712;--warnbg:#2d2410;--warn:#f0c760;
        --c0:#6f9fff;--c1:#ff9560;--c2:#4bcba4;--c3:#bd8dff;--c4:#ff7fb0;--c5:#d8c24a;--c6:#5cc6e8;--c7:#a5afbd}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);
        font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
        font-variant-numeric:tabular-nums}
        header,main,footer{max-width:1160px;margin:0 auto;padding:0 24px}
        header{padding-top:36px}
        .brand{font-size:13px;font-weight:650;letter-spacing:.09em;text-transform:uppercase;color:var(--accent);
        margin:0}
        h1{font-size:32px;line-height:1.2;letter-spacing:-.018em;margin:8px 0 10px;font-weight:680;max-width:30em;
        text-wrap:balance;overflow-wrap:anywhere}
        h1.alarm{color:var(--bad)}
        .kind{border-top:3px solid var(--line);margin-top:56px}.kind h2{font-size:24px;margin-top:20px}
        h2{font-size:19px;letter-spacing:-.01em;margin:44px 0 4px;font-weight:650}
        .lead{color:var(--dim);margin:0 0 14px;max-width:100ch}
        .meta{display:flex;flex-wrap:wrap;gap:6px 8px;padding:0;margin:14px 0 0;list-style:none;font-size:13px}
        .meta li{border:1px solid var(--line);background:var(--card);border-radius:99px;padding:2px 11px;
        color:var(--dim)}
        .meta .good{color:var(--good);background:var(--goodbg);border-color:transparent;font-weight:600}
        .meta .bad{color:var(--bad);background:var(--badbg);border-color:transparent;font-weight:600}
        .card,figure{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px;
        margin:0}
        .grid2,.grid3{display:grid;gap:16px;grid-template-columns:repeat(2,minmax(0,1fr))}
        .grid3{grid-template-columns:repeat(3,minmax(0,1fr))}
        figcaption{font-weight:620;margin-bottom:8px}
        figcaption span{color:var(--dim);font-weight:400;font-size:13px;margin-left:4px}
        svg{display:block;width:100%;height:auto;overflow:visible;
        font:12.5px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
        svg text{fill:var(--ink)}svg .tick,svg .axis{fill:var(--dim);font-size:11.5px}
        svg .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        svg .tail{stroke-width:1.5;opacity:.45}svg .interval{stroke-width:7;stroke-linecap:round;opacity:.35}
        svg .value{font-weight:600}svg .grid{stroke:var(--line)}svg .joint{stroke:var(--dim);stroke-dasharray:2 3}
        .wide{padding:22px 24px 16px}
        .advice h3{margin:0;font-size:12px;letter-spacing:.07em;text-transform:uppercase;color:var(--dim);
        font-weight:620}
        .advice strong{display:block;font-size:19px;letter-spacing:-.01em;margin:4px 0 6px;overflow-wrap:anywhere}
        .advice p{margin:0;font-size:14px}
        .tag{display:inline-block;font-size:12px;border-radius:99px;padding:1px 9px;margin-bottom:8px;
        background:var(--goodbg);color:var(--good);font-weight:600}
        .tag.open{background:var(--warnbg);color:var(--warn)}
        .legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:0 0 14px;font-size:13.5px}
        .legend svg{display:inline-block;width:30px;height:10px;margin-right:7px;vertical-align:middle}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:14px}
        caption{text-align:left;font-weight:620;padding-bottom:6px}
        th,td{padding:8px 10px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap;
        vertical-align:top}
        th:first-child{text-align:left;padding-left:0}td:last-child,th:last-child{padding-right:0}
        thead th{color:var(--dim);font-weight:550;font-size:13px}tbody th{font-weight:550}
        tbody tr:last-child>*{border-bottom:0}
        td small{display:block;color:var(--dim);font-size:12.5px}
        .instrument{margin:10px 0 0;color:var(--dim);font-size:13.5px}
        .instrument p{margin:2px 0}
        .warnings{background:var(--warnbg);color:var(--warn);border-radius:12px;padding:14px 20px;margin:22px 0 0}
        .warnings h2{margin:0 0 4px;font-size:15px}.warnings ul{margin:0;padding-left:18px}
        details{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:0 20px;
        margin:0 0 10px}
        summary{cursor:pointer;padding:13px 0;font-weight:600}summary span{color:var(--dim);font-weight:400;
        margin-left:8px}
        details .scroll{padding-bottom:14px}details caption{position:absolute;left:-9999px}
        .gap{margin-top:16px}
        .talk{list-style:none;margin:0 0 16px;padding:0;font-size:14px}
        .talk li{display:grid;grid-template-columns:56px minmax(0,1fr);gap:0 10px;padding:5px 0}
        .talk time{color:var(--dim);font-size:12.5px;padding-top:1px}
        .talk b{font-weight:600;margin-right:6px}.talk .caller b{color:var(--c0)}.talk .agent b{color:var(--c2)}
        .talk small{display:block;color:var(--dim);font-size:12.5px;overflow-wrap:anywhere}
        .talk code{font-size:12.5px;overflow-wrap:anywhere}.talk s{color:var(--dim)}
        .talk .timing{color:var(--dim);font-size:12.5px;padding:0 0 10px}
        .talk .handoff{color:var(--c3);font-weight:600}
        .talk .wrong,.talk .finding,.talk .failure{color:var(--bad)}
        footer{color:var(--dim);font-size:13px;padding-top:36px;padding-bottom:48px;max-width:1160px}
        footer p{max-width:78ch;margin:4px 0}
        @media (max-width:860px){.grid2,.grid3{grid-template-columns:minmax(0,1fr)}h1{font-size:25px}
        header,main,footer{padding-left:16px;padding-right:16px}.wide{overflow-x:auto}.wide svg{min-width:760px}}
        @media print{body{background:#fff}figure,.card{break-inside:avoid}}
        """;
}
