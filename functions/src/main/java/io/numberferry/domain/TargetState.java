package io.numberferry.domain;

/// What a service said about a target before anything was sent to it.
public sealed interface TargetState {

    /// It exists and takes numbers.
    ///
    /// @param arn as the service wrote it; empty text for what Chime SDK Voice holds, which is named by its id
    record Ready(String arn) implements TargetState {}

    /// The service knows no such target.
    record Missing() implements TargetState {}

    /// It exists, and takes no numbers now.
    ///
    /// @param status the service's word, for example `CREATION_IN_PROGRESS`
    record NotReady(String status) implements TargetState {}

    /// The service did not let us look. That proves nothing about the target.
    ///
    /// @param api what was refused
    record NotRead(Api api, Failure failure) implements TargetState {}

    /// The service let us see neither the target nor what it holds: it is somebody else's, or not ours to use.
    ///
    /// @param api what was refused first
    record Denied(Api api, Failure failure) implements TargetState {}
}
