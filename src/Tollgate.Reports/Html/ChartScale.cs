namespace Tollgate.Reports.Html;

/// <summary>A linear axis from values to pixels, with round ticks.</summary>
internal sealed class ChartScale
{
    private readonly double fromPixel;
    private readonly double toPixel;

    public ChartScale(double least, double most, double fromPixel, double toPixel, int ticks = 5, double leastStep = 0)
    {
        (this.fromPixel, this.toPixel) = (fromPixel, toPixel);
        if (!(most > least))
        {
            (least, most) = (least - 0.5, least + 0.5);
        }

        var raw = (most - least) / ticks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * ((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
        step = Math.Max(step, leastStep);
        Least = Math.Floor((least / step) + 1e-9) * step;
        Most = Math.Ceiling((most / step) - 1e-9) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((Most - Least) / step) + 1).Select(i => Least + (i * step))];
    }

    public double Least { get; }

    public double Most { get; }

    public IReadOnlyList<double> Ticks { get; }

    public double Pixel(double value) => fromPixel + ((value - Least) / (Most - Least) * (toPixel - fromPixel));
}
