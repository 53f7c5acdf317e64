package io.numberferry.domain;

/// Why a row ended as it did: the stable codes of the report. Each belongs to one status, says whether
/// running the row again can help, and carries the advice a person gets unless the row has better.
public enum Reason {
    DONE(Status.SUCCEEDED, Again.NO, ""),
    DONE_WITHOUT_FLOW(
            Status.SUCCEEDED,
            Again.NO,
            "Attach a flow before callers reach the number: a row with operation associate, this target and a flow."),
    DONE_PENDING(
            Status.SUCCEEDED,
            Again.NO,
            "Wait: a calling name can take up to 72 hours to show, and the next change must wait for it."),

    ALREADY_DONE(Status.UNCHANGED, Again.NO, ""),

    MISSING_VALUE(Status.REJECTED, Again.NO, "Fill in the column and upload the file again."),
    UNKNOWN_OPERATION(
            Status.REJECTED, Again.NO, "Use claim, move, associate, disassociate, update, release or describe."),
    INVALID_PHONE_NUMBER(
            Status.REJECTED, Again.NO, "Write the number in E.164 form: + and country code, then the digits."),
    INVALID_NUMBER_ID(
            Status.REJECTED, Again.NO, "Give the id or ARN that DescribePhoneNumber shows, or leave it blank."),
    INVALID_TARGET(
            Status.REJECTED,
            Again.NO,
            "Give an instance ARN or id, a traffic distribution group ARN, a voice connector group id, or vc/<id>."),
    WRONG_REGION(Status.REJECTED, Again.NO, "Run the job in the Region of the target, or correct the target."),
    WRONG_ACCOUNT(Status.REJECTED, Again.NO, "Run the job in the target's account, or correct the target."),
    TARGET_NOT_ALLOWED(
            Status.REJECTED,
            Again.NO,
            "Name a target that this deployment may use, or have it added to the deployment's parameters."),
    INVALID_FLOW(Status.REJECTED, Again.NO, "Give the flow's id, its ARN or its name on the target instance."),
    FLOW_NOT_FOUND(
            Status.REJECTED, Again.NO, "Check the flow's name on the target instance, and that it is published."),
    FLOW_NOT_USABLE(Status.REJECTED, Again.NO, "Name a flow of type CONTACT_FLOW that is published and not archived."),
    INVALID_DESCRIPTION(
            Status.REJECTED, Again.NO, "Shorten the description to 500 characters, without control characters."),
    INVALID_TAGS(
            Status.REJECTED, Again.NO, "Write tags as key=value;key=value, at most 50, no key beginning with aws:."),
    INVALID_PRODUCT_TYPE(Status.REJECTED, Again.NO, "Use VoiceConnector or SipMediaApplicationDialIn."),
    RETIRED_PRODUCT_TYPE(
            Status.REJECTED,
            Again.NO,
            "BusinessCalling went with the old chime namespace; use VoiceConnector or SipMediaApplicationDialIn."),
    INVALID_CALLING_NAME(Status.REJECTED, Again.NO, "Use 2 to 15 letters, digits and spaces, or CLEAR."),
    INVALID_NAME(
            Status.REJECTED,
            Again.NO,
            "Use letters, digits, comma, dot, underscore and hyphen in words, at most 256 characters, or CLEAR."),
    INVALID_FORCE(Status.REJECTED, Again.NO, "Write true or false, or leave it blank for false."),
    COLUMN_NOT_FOR_OPERATION(Status.REJECTED, Again.NO, "Empty the column, or use an operation that knows it."),
    MIXED_SERVICES(Status.REJECTED, Again.NO, "Split the row: one for Connect, one for Chime SDK Voice."),
    RELEASE_NOT_ALLOWED(
            Status.REJECTED,
            Again.NO,
            "A released number is gone for up to 180 days. If that is meant, set allowRelease=true for the job."),
    FORCE_NOT_ALLOWED(
            Status.REJECTED,
            Again.NO,
            "Force takes a number away from where it is in use. If that is meant, set allowForce=true for the job."),
    CONFLICTING_ROWS(Status.REJECTED, Again.NO, "Decide which of the rows is meant and delete the other."),
    MALFORMED_RECORD(Status.REJECTED, Again.NO, "Correct the record in the file and upload it again."),
    JOB_REFUSED(Status.NOT_ATTEMPTED, Again.YES, "Correct the rejected rows and upload the file again."),

    DUPLICATE_ROW(Status.DUPLICATE, Again.NO, "Nothing to do: the earlier row stands for both."),

    NUMBER_NOT_AVAILABLE(
            Status.FAILED, Again.NO, "Someone else has the number, or it does not exist; choose another one."),
    NUMBER_ELSEWHERE(Status.FAILED, Again.NO, "You own it already, at another target: use move instead of claim."),
    NUMBER_NOT_FOUND(Status.FAILED, Again.NO, "The account does not own this number in this Region; check the number."),
    NOT_AT_TARGET(Status.FAILED, Again.NO, "The number is not at the target the row names; move it first."),
    TARGET_NOT_FOUND(Status.FAILED, Again.YES, "Check the target's id; a traffic distribution group must be ACTIVE."),
    TARGET_NOT_READY(Status.FAILED, Again.YES, "Wait until the target is ACTIVE, then upload retry.csv."),
    CLAIM_FAILED(
            Status.FAILED,
            Again.YES,
            "Remove the cause and claim it again within one day; after that the number goes back to the inventory."),
    CHANGE_FAILED(Status.FAILED, Again.YES, "Look the number up before running the row again."),
    MOVE_FAILED(Status.FAILED, Again.YES, "Look the number up before running the row again."),
    QUOTA_REACHED(
            Status.FAILED,
            Again.YES,
            "Ask AWS for a higher number quota, then upload retry.csv; do not release and claim."),
    ACCESS_DENIED(
            Status.FAILED,
            Again.YES,
            "Give the function's role the permission the message names, then upload retry.csv."),
    REFUSED(
            Status.FAILED,
            Again.NO,
            "Correct what the message names; running the row unchanged gives the same answer."),
    NEEDS_FORCE(
            Status.FAILED,
            Again.NO,
            "It is associated with something else. Disassociate it first, or set force to true to take it away."),
    CALLING_NAME_PENDING(
            Status.FAILED, Again.YES, "An earlier change is still pending; run the row again after 72 hours."),
    IN_USE(Status.FAILED, Again.YES, "Another change to this number is in progress; run the row again later."),
    NUMBER_IN_OTHER_JOB(
            Status.FAILED, Again.YES, "Wait until the job that the message names has ended, then upload retry.csv."),
    TOKEN_CONFLICT(
            Status.FAILED, Again.NO, "The same request was sent before with other values; look the number up first."),
    FLOW_NOT_ATTACHED(
            Status.FAILED,
            Again.YES,
            "The number is at the target but has no flow, so calls go nowhere: upload retry.csv."),
    PARTLY_DONE(Status.FAILED, Again.YES, "Some details were changed, as after shows; the message says which was not."),
    SERVICE_UNAVAILABLE(
            Status.FAILED, Again.YES, "The service was not available and nothing changed; upload retry.csv."),
    INTERNAL_ERROR(
            Status.FAILED,
            Again.YES,
            "Nothing changed. It is an error of Numberferry: report the message, and upload retry.csv once it is mended."),

    DRY_RUN(Status.NOT_ATTEMPTED, Again.NO, "This was a dry run: upload the file to run/ to do it."),
    AWAITS_APPROVAL(
            Status.NOT_ATTEMPTED,
            Again.NO,
            "The job waits for a person's yes: the message that asks says how to answer."),
    NOT_APPROVED(
            Status.NOT_ATTEMPTED, Again.YES, "Nothing was changed. When it is approved after all, upload retry.csv."),
    LANE_STOPPED(Status.NOT_ATTEMPTED, Again.YES, "Remove the cause the message names, then upload retry.csv."),
    CANARY_FAILED(
            Status.NOT_ATTEMPTED,
            Again.YES,
            "The job was to go on only if its first rows all ended well: see those, remove the cause, upload retry.csv."),
    FAILURE_LIMIT(
            Status.NOT_ATTEMPTED,
            Again.YES,
            "Too many rows went wrong: look at their codes, remove the cause, then upload retry.csv."),
    EARLIER_ROW_FAILED(
            Status.NOT_ATTEMPTED, Again.YES, "It builds on an earlier row that did not succeed; see that row."),
    JOB_STOPPED(Status.NOT_ATTEMPTED, Again.YES, "The job ended before this row; upload retry.csv."),

    NO_ANSWER(
            Status.UNKNOWN,
            Again.NO,
            "Look the number up in the console before doing anything: it may have been done."),
    STILL_IN_PROGRESS(
            Status.UNKNOWN,
            Again.NO,
            "The service accepted it and had not finished; look the number up before repeating.");

    private enum Again {
        YES,
        NO
    }

    private final Status status;
    private final Again again;
    private final String advice;

    Reason(Status status, Again again, String advice) {
        this.status = status;
        this.again = again;
        this.advice = advice;
    }

    public Status status() {
        return status;
    }

    /// Tells whether the same row, run again later, can end better: such rows go into `retry.csv`.
    public boolean worthRetrying() {
        return again == Again.YES;
    }

    /// What a person should do; empty when there is nothing to do.
    public String advice() {
        return advice;
    }
}
