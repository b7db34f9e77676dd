package dev.identityexplorer.deletion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A plan as a shell script that works as printed. */
public final class Script {

    private static final String PREAMBLE = """
            set -euo pipefail

            # IAM takes seconds to agree with itself: a deletion right after the last detach may still be refused. What is
            # gone already needs no deletion, so that a plan that was stopped can run again. Errors are known by their code in
            # parentheses, which no name of an entity can hold.
            retry() {
              local n said
              for n in 1 2 3 4 5; do
                if said=$("$@" 2>&1); then
                  [ -z "$said" ] || printf '%s\\n' "$said"
                  return 0
                fi
                case $said in
                  *'(NoSuchEntity)'*) echo "Already gone: $*" >&2; return 0 ;;
                  *'(AccessDenied'*|*'(UnmodifiableEntity)'*|*'(ValidationError)'*|*[Uu]sage:*|*'(ExpiredToken'*|*'(InvalidClientTokenId)'*) n=5 ;;
                esac
                printf '%s\\n' "$said" >&2
                [ "$n" != 5 ] || break
                sleep "$n"
              done
              echo "Gave up: $*" >&2
              return 1
            }
            """;

    private static final String ACCOUNT = """

            # Stops where the credentials are those of another account; an emulator behind AWS_ENDPOINT_URL is left alone.
            in_account() {
              local caller
              [ -z "${AWS_ENDPOINT_URL:-}" ] || return 0
              caller=$(aws sts get-caller-identity --query Account --output text 2>/dev/null) || return 0
              if [[ $caller != *"$1"* ]]; then
                echo "These credentials are of account $caller; the next steps are for $1. Nothing of them was run." >&2
                exit 1
              fi
            }
            """;

    private static final String CHECK = """

            # Shows what the evidence did not: must print nothing but what the plan takes out of the way, or the plan stops
            # before its first step. What AWS refuses to tell stops it as well.
            nothing_but() {
              local what=$1 command=$2 found
              shift 2
              if ! found=$(eval "$command" 2>/dev/null); then
                found=$(eval "$command" 2>&1 || true)
                case $found in *'(NoSuchEntity)'*) found= ;; esac
              fi
              found=$(printf '%s\\n' "$found" | tr ' \\t' '\\n\\n' | grep -vxF -f <(printf '%s\\n' '' None "$@") || true)
              if [ -n "$found" ]; then
                printf 'Stopped, nothing was changed: %s: %s\\nImport that evidence and plan again.\\n' "$what" "$found" >&2
                exit 1
              fi
            }
            """;

    private static final String LISTED = """

            # Prints the ids that AWS lists; none of a user who is gone. Stops where AWS does not say.
            listed() {
              local said
              if ! said=$("$@" 2>/dev/null); then
                said=$("$@" 2>&1) || case $said in
                  *'(NoSuchEntity)'*) echo "Already gone: $*" >&2; return 0 ;;
                  *) printf '%s\\n' "$said" >&2; return 1 ;;
                esac
              fi
              [ "$said" = None ] || printf '%s\\n' "$said"
            }
            """;

    private static final String SERVICE_LINKED_ROLE = """

            # Deletes a service-linked role and waits for what AWS says; prints what uses the role where AWS refuses.
            delete_service_linked_role() {
              local role=$1 task answer status n
              if ! task=$(aws iam delete-service-linked-role --role-name "$role" --query DeletionTaskId --output text); then
                no_role "$role" || return 1
                echo "Already gone: $role" >&2
                return 0
              fi
              for n in {1..400}; do
                if ! answer=$(aws iam get-service-linked-role-deletion-status --deletion-task-id "$task" --output json 2>&1); then
                  case $answer in
                    *'(NoSuchEntity)'*)
                      # the task is forgotten: only the role itself tells how it ended
                      no_role "$role" && return 0
                      echo "The deletion task of $role is gone, and that the role is gone is not known: try again." >&2
                      return 1 ;;
                    *) echo "$answer" >&2; return 1 ;;
                  esac
                fi
                status=$(printf '%s' "$answer" | sed -n 's/.*"Status" *: *"\\([A-Z_]*\\)".*/\\1/p')
                case $status in
                  SUCCEEDED) return 0 ;;
                  NOT_STARTED|IN_PROGRESS) sleep 3 ;;
                  FAILED)
                    echo "AWS refused to delete $role; what uses it (RoleUsageList):" >&2
                    printf '%s\\n' "$answer" >&2
                    return 1 ;;
                  *)
                    echo "What AWS answers about the deletion of $role is not understood: $answer" >&2
                    return 1 ;;
                esac
              done
              echo "AWS still says $status of the deletion of $role, task $task; run this again to go on waiting for it." >&2
              return 1
            }
            no_role() {
              local answer
              if answer=$(aws iam get-role --role-name "$1" 2>&1); then return 1; fi
              case $answer in *'(NoSuchEntity)'*) return 0 ;; esac
              printf '%s\\n' "$answer" >&2
              return 1
            }
            """;

    /** A step that asks for the ids itself; see {@link #LISTED}. */
    private static final Pattern LOOP = Pattern.compile("for id in \\$\\((aws .*?)\\); do (aws .*?); done");

    private Script() {}

    /**
     * The script.
     *
     * @param includeResources whether commands that destroy workloads run, rather than stand commented out
     */
    public static String of(Plan plan, boolean includeResources) {
        var lines = new ArrayList<String>();
        lines.add("#!/usr/bin/env bash");
        lines.add("# A plan by Identity Explorer, which itself never changes an account: running this file does.");
        lines.add("# AWS_PROFILE, AWS_REGION and AWS_ENDPOINT_URL are left to the environment.");
        summary(plan).forEach(line -> lines.add(Shell.comment(line)));
        if (plan.steps().isEmpty()) {
            lines.add("exit 0");
            return String.join("\n", lines) + "\n";
        }
        lines.add(preamble(plan).stripTrailing());
        plan.checks().forEach(check -> {
            lines.add("");
            lines.add(Shell.comment("Not proven: " + check.evidence() + " of " + check.target()));
            lines.add("nothing_but " + Shell.quote(check.evidence() + " of " + check.target()) + " "
                    + Shell.quote(check.command())
                    + check.known().stream()
                            .map(word -> " " + Shell.quote(word))
                            .collect(Collectors.joining()));
        });
        var account = "";
        for (int i = 0; i < plan.steps().size(); i++) {
            var step = plan.steps().get(i);
            lines.add("");
            if (!step.accountId().equals(account)) {
                account = step.accountId();
                lines.add(Shell.comment("Account " + account));
                lines.add("in_account " + Shell.quote(account));
            }
            lines.addAll(lines(i + 1, step, includeResources));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String preamble(Plan plan) {
        return PREAMBLE
                + ACCOUNT
                + (plan.checks().isEmpty() ? "" : CHECK)
                + (plan.steps().stream()
                                .anyMatch(step -> LOOP.matcher(step.command()).matches())
                        ? LISTED
                        : "")
                + (plan.steps().stream().anyMatch(step -> step.roleToPoll().isPresent()) ? SERVICE_LINKED_ROLE : "");
    }

    private static List<String> lines(int n, Plan.Step step, boolean includeResources) {
        var why = n + ". " + step.why()
                + step.rule().map(rule -> " (" + rule + ")").orElse("");
        var lines = new ArrayList<String>(List.of(Shell.comment(why)));
        if (step.destroysResource() && !includeResources) {
            lines.add(Shell.comment("DESTROYS " + step.command()));
        } else if (step.roleToPoll().isPresent()) {
            lines.add(step.command()
                    .replaceFirst(
                            "^aws iam delete-service-linked-role --role-name[ =]", "delete_service_linked_role "));
        } else if (step.command().startsWith("aws ")) {
            lines.add("retry " + step.command());
        } else {
            var loop = LOOP.matcher(step.command());
            if (loop.matches()) {
                lines.add("ids=$(listed " + loop.group(1) + ")");
                lines.add("for id in $ids; do retry " + loop.group(2) + "; done");
            } else {
                lines.add(step.command());
            }
        }
        return lines;
    }

    /** What a person has to know before the first step, a sentence a line. */
    public static List<String> summary(Plan plan) {
        var lines = new ArrayList<String>();
        for (var answer : plan.answers()) {
            var facts = answer.facts();
            lines.add(answer.assessment().verdict() + ": " + Words.of(facts.kind()) + " " + facts.id());
            plan.notPlanned().stream()
                    .filter(n -> n.id().equals(facts.id()))
                    .forEach(n -> lines.add("  No plan: " + n.why()));
            answer.assessment().gaps().stream()
                    .filter(gap -> gap.purpose().equals("verdict"))
                    .map(Sentences::of)
                    .forEach(sentence -> lines.add("  Not proven: " + sentence));
            switch (answer.assessment().impact()) {
                case BREAKS ->
                    answer.breaks()
                            .forEach(finding -> lines.add("  Breaks: " + finding.title() + ": "
                                    + finding.blocker().id()));
                case NONE_SEEN -> lines.add("  Breaks nothing that the evidence could show.");
                case UNKNOWN ->
                    lines.add("  What breaks is not known: "
                            + answer.assessment().gaps().stream()
                                    .map(Sentences::what)
                                    .distinct()
                                    .limit(4)
                                    .collect(Collectors.joining(", ", "no ", "."))
                                    .replace("no .", "IAM does not let anybody but its owner delete it."));
            }
        }
        return lines;
    }
}
