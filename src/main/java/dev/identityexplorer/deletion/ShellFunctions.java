package dev.identityexplorer.deletion;

/** What the scripts of plans are made of, for bash 3.2 (macOS) and later under {@code set -euo pipefail}. */
final class ShellFunctions {

    static final String PREAMBLE = """
            set -euo pipefail

            # IAM takes seconds to agree with itself: a deletion right after the last detach may still be refused. What is
            # gone already needs no deletion, so that a plan that was stopped can run again. Other services refuse a step for minutes
            # while they go on with the one before: a mount target on its way out, an accelerator on its way to being disabled.
            # Errors are known by their code in parentheses, which no name of an entity can hold.
            retry() {
              local n=1 busy=60 said
              while :; do
                if said=$("$@" 2>&1); then
                  [ -z "$said" ] || printf '%s\\n' "$said"
                  return 0
                fi
                case $said in
                  *'(NoSuchEntity)'*) echo "Already gone: $*" >&2; return 0 ;;
                  *'(AccessDenied'*|*'(UnmodifiableEntity)'*|*'(ValidationError)'*|*[Uu]sage:*|*'(ExpiredToken'*|*'(InvalidClientTokenId)'*) n=5 ;;
                  *'InUse)'*|*'InUseException)'*|*'NotDisabledException)'*|*'InProgressException)'*|*'(ClientException)'*' being modified'*)
                    if [ "$busy" != 0 ]; then
                      [ "$busy" != 60 ] || printf 'Trying for 15 minutes: %s\\n' "$said" >&2
                      busy=$((busy - 1))
                      sleep 15
                      continue
                    fi ;;
                esac
                printf '%s\\n' "$said" >&2
                [ "$n" != 5 ] || break
                sleep "$n"
                n=$((n + 1))
              done
              echo "Gave up: $*" >&2
              return 1
            }
            """;

    static final String ACCOUNT = """

            # Whether the credentials are those of an account; what is to be done in another one is left for another run. Goes on
            # where nobody can tell: an emulator need not know the call, and moto and LocalStack have an account that they made up.
            left= failed=
            UNKNOWN_CALL='InvalidAction|(Unknown|Unsupported)Operation|not ?(implemented|supported)|invalid choice|(unknown|unrecognized|no such|unsupported) (command|operation|action|call|service|argument)'
            in_account() {
              local said caller='' code=0
              said=$(aws sts get-caller-identity --query Account --output text 2>&1) || code=$?
              [ "$code" != 0 ] || caller=$(printf '%s\\n' "$said" | grep -oE '[0-9]{12}' | head -n 1 || true)
              case $caller in "$1") return 0 ;; esac
              if [ -n "${AWS_ENDPOINT_URL:-}" ]; then
                case $caller in ''|123456789012|000000000000) return 0 ;; esac
              elif [ "$code" = 252 ] || { [ "$code" != 0 ] && grep -qiE "$UNKNOWN_CALL" <<<"$said"; }; then
                echo "What is called aws here cannot tell whose credentials these are; going on with the steps for account $1." >&2
                return 0
              elif [ -z "$caller" ]; then
                printf '%s\\nWhose credentials these are is not known: nothing of account %s was run.\\n' "$said" "$1" >&2
                exit 1
              fi
              left=$left"Not run: the steps for account $1; these credentials are of $caller. Run this again with credentials of $1."$'\\n'
              return 1
            }

            # Says what is left to do; an error where there is something.
            finish() {
              [ -z "$left" ] || printf '%s' "$left" >&2
              [ -z "$failed" ] || printf 'Not deleted:%s\\n' "$failed" >&2
              [ -z "$left$failed" ] || exit 1
            }
            """;

    static final String CHECK = """

            # Shows what the evidence did not: must print nothing but what the plan takes out of the way, or the plan stops
            # before its first step in the account. What AWS refuses to tell stops it as well.
            nothing_but() {
              local what=$1 command=$2 found
              shift 2
              if ! found=$(eval "$command" 2>/dev/null); then
                found=$(eval "$command" 2>&1 || true)
                case $found in *'(NoSuchEntity)'*) found= ;; esac
              fi
              found=$(printf '%s\\n' "$found" | tr ' \\t' '\\n\\n' | grep -vxF -f <(printf '%s\\n' '' "$@") || true)
              if [ -n "$found" ]; then
                printf 'Stopped, nothing was changed in this account: %s: %s\\nImport that evidence and plan again.\\n' "$what" "$found" >&2
                exit 1
              fi
            }
            """;

    static final String LISTED = """

            # Prints the ids that AWS lists; none of a user who is gone. Stops where AWS does not say.
            listed() {
              local said
              if ! said=$("$@" 2>/dev/null); then
                said=$("$@" 2>&1) || case $said in
                  *'(NoSuchEntity)'*) echo "Already gone: $*" >&2; return 0 ;;
                  *) printf '%s\\n' "$said" >&2; return 1 ;;
                esac
              fi
              printf '%s\\n' "$said"
            }
            """;

    static final String SERVICE_LINKED_ROLE = """

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

    private ShellFunctions() {}
}
