namespace Tollgate.Workflows.Recording;

/// <summary>Whoever watches a run while it is carried out.</summary>
/// <typeparam name="T">What can be seen of it, from any thread.</typeparam>
internal interface IRunView<in T>
{
    /// <summary>Shows how far it has come, until it is over.</summary>
    /// <param name="progress">What can be seen.</param>
    /// <param name="running">Completes when the run is over; its failure is not the view's.</param>
    Task ShowAsync(T progress, Task running);
}
