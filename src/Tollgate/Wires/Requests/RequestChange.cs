using Tollgate.Exchanges;

namespace Tollgate.Wires.Requests;

/// <summary>How requests to a server are written from now on, since it refused a field.</summary>
/// <param name="Form">The form that it is asked in instead.</param>
/// <param name="What">The field and what is sent in its place, behind "the server refused".</param>
internal readonly record struct RequestChange(RequestForm Form, string What);
