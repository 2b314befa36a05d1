namespace Tollgate.Reports.Html;

/// <summary>What every page that is written here begins with.</summary>
internal static class HtmlPage
{
    /// <summary>
    /// Everything up to the page's heading. Nothing is loaded and no script runs, whatever else is in the page.
    /// </summary>
    /// <param name="title">For the browser's window; plain text.</param>
    /// <param name="heading">For the reader; plain text.</param>
    /// <param name="css">The style sheet.</param>
    /// <param name="alarms">The heading tells of a failure.</param>
    public static string Start(string title, string heading, string css, bool alarms = false) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta name="generator" content="Tollgate">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Html.Text($"{title} - Tollgate")}</title>
        <style>
        {css}
        </style>
        </head>
        <body>
        <header>
        <p class="brand">Tollgate</p>
        <h1{(alarms ? " class=\"alarm\"" : "")}>{Html.Text(heading)}</h1>
        """;
}
