package dev.identityexplorer.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person does on each page, in the sample organization. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("browser")
class ActionsIT {

    private static final String ACCOUNT = "arn:aws:iam::111122223333:";
    private static final String BALANCING =
            ACCOUNT + "role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing";

    private static Site site;
    private Tab tab;
    private Page page;

    @BeforeAll
    static void openSite() {
        Chromium.open();
        Organization.importSample();
        site = Site.open();
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void openTab() {
        tab = Tab.desktop();
        page = tab.page;
    }

    @AfterEach
    void closeTab() {
        tab.close();
    }

    @Test
    void a_count_of_the_overview_opens_the_list_that_it_counts() {
        tab.open(site, "overview");
        var cell = page.locator(".kinds-table tr", new Page.LocatorOptions().setHasText("Users"))
                .locator("td.is-blocked a");
        var count = cell.innerText();
        cell.click();
        assertThat(page.locator("h1")).containsText("Identities " + count);
        assertThat(page.locator(".identities tbody tr")).hasCount(Integer.parseInt(count));
        tab.consoleIsClean();
    }

    @Test
    void what_deserves_a_look_on_the_overview_opens_as_a_finding_with_its_report() throws IOException {
        tab.open(site, "overview");
        page.locator(".rows .severity-high", new Page.LocatorOptions().setHasText("no MFA"))
                .first()
                .click();
        assertThat(page.locator(".finding[open]")).containsText("dev.otto");
        var file = page.waitForDownload(() -> page.getByText("Markdown").click());
        assertThat(Files.readString(file.path())).contains("# Identities of all accounts", "dev.otto");
        tab.consoleIsClean();
    }

    @Test
    void a_campaign_is_begun_for_what_was_chosen_and_ended() {
        tab.open(site, "identities?kind=Group");
        page.locator(".identities tbody input").first().check();
        page.locator(".selection a").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("spring clean");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("spring clean");
        assertThat(page.locator(".refs li")).hasCount(1);
        page.locator("button", new Page.LocatorOptions().setHasText("End this campaign"))
                .click();
        assertThat(page.locator("h1")).hasText("Clean-up campaigns");
        tab.consoleIsClean();
    }

    @Test
    void a_green_light_is_shown_where_nothing_uses_a_service_linked_role() {
        tab.open(
                site,
                "entity?id=" + ACCOUNT
                        + "role/aws-service-role/globalaccelerator.amazonaws.com/AWSServiceRoleForGlobalAccelerator");
        assertThat(tab.text(".verdict-line")).startsWith("Clear: nothing uses it, seen ");
        assertThat(page.locator(".verdict.is-clear")).isVisible();
    }

    @Test
    void the_list_is_worked_by_keyboard_to_a_plan_for_two() {
        tab.open(site, "identities?kind=Group");
        page.locator("main").focus();
        for (var key : "jxjx".split("")) {
            page.keyboard().press(key);
        }
        assertThat(page.locator(".selection")).containsText("2 identities");
        page.keyboard().press("p");
        assertThat(page.locator("h1")).containsText("One plan for 2 identities");
        assertThat(page.locator(".steps .command").first()).containsText("aws iam");
        tab.consoleIsClean();
    }

    @Test
    void a_filter_is_a_chip_in_the_address_and_goes_when_it_is_removed() {
        tab.open(site, "identities?kind=User");
        page.locator("summary", new Page.LocatorOptions().setHasText("Filter")).click();
        page.getByLabel("not proven").check();
        assertThat(page.locator(".chip", new Page.LocatorOptions().setHasText("not proven")))
                .isVisible();
        assertThat(page.url()).contains("verdict=UNPROVEN");
        page.getByLabel("Remove the filter verdict not proven").click();
        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.url()).doesNotContain("verdict");
    }

    @Test
    void typing_finds_and_the_export_has_what_the_filters_leave() throws IOException {
        tab.open(site, "identities");
        page.getByPlaceholder("Name, unique id or ARN…").fill("PLOY-BO");
        assertThat(page.locator(".identities tbody tr")).hasCount(1);
        page.locator("h1").click();
        var file = page.waitForDownload(() -> page.keyboard().press("e"));
        assertThat(Files.readAllLines(file.path())).hasSize(2).last().asString().contains("user/automation/deploy-bot");
    }

    @Test
    void a_service_linked_role_tells_its_owner_first_then_the_verdict_and_the_regions() {
        tab.open(site, "entity?id=" + BALANCING);
        assertThat(page.locator(".owner")).containsText("Elastic Load Balancing");
        assertThat(page.locator(".owner")).containsText("elasticloadbalancing.amazonaws.com");
        assertThat(page.locator(".owner")
                        .getByRole(
                                AriaRole.LINK,
                                new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Documentation")))
                .isVisible();
        assertThat(page.locator(".verdict-line")).hasText("Blocked by 3 things in 2 regions");
        assertThat(page.locator(".verdict")).isInViewport();
        assertThat(page.locator("ie-picture a")).hasCount(4);
    }

    @Test
    void what_nobody_looked_at_is_never_shown_as_a_green_light() {
        tab.open(site, "entity?id=" + ACCOUNT + "user/former.intern");
        assertThat(tab.text(".verdict-line")).startsWith("AWS would allow it, what breaks is unknown: ");
        assertThat(page.locator("main .is-clear")).hasCount(0);
        assertThat(page.locator(".before")).containsText("Nobody knows what running this breaks");
    }

    @Test
    void a_protected_role_says_who_can_remove_it_and_has_no_plan() {
        tab.open(site, "entity?id=" + ACCOUNT + "role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport");
        assertThat(page.locator(".verdict-line")).containsText("Protected: ");
        assertThat(page.locator(".not-planned")).containsText("No plan.");
        assertThat(page.locator(".steps")).hasCount(0);
    }

    @Test
    void a_plan_downloads_as_the_script_that_the_command_line_prints() throws IOException {
        tab.open(site, "entity?id=" + ACCOUNT + "user/automation/deploy-bot");
        assertThat(page.locator(".steps li")).hasCount(5);
        page.getByLabel("Download the plan").click();
        var file = page.waitForDownload(
                () -> page.locator("ie-plan .menu-panel button").first().click());
        assertThat(Files.readString(file.path()))
                .contains("set -euo pipefail")
                .contains("aws iam delete-user --user-name deploy-bot");
    }

    @Test
    void the_graph_grows_where_it_is_asked_to_and_its_address_opens_the_same_again() {
        tab.open(site, "explore?id=" + ACCOUNT + "user/anna.keller");
        assertThat(page.locator(".panel h2")).hasText("anna.keller");
        page.locator(".connected button", new Page.LocatorOptions().setHasText("admins"))
                .click();
        assertThat(page.locator(".panel h2")).hasText("admins");
        var before = size();
        page.locator(".panel-actions button", new Page.LocatorOptions().setHasText("Expand"))
                .click();
        page.waitForURL(url -> url.contains("open="));
        page.waitForFunction("before => document.querySelector('.graph-size').textContent !== before", before);
        var grown = size();
        page.reload();
        page.waitForFunction("size => document.querySelector('.graph-size')?.textContent === size", grown);
        tab.consoleIsClean();
    }

    private String size() {
        return page.locator(".graph-size").textContent();
    }

    @Test
    void a_service_tells_its_roles_and_what_keeps_them() {
        tab.open(site, "services");
        page.locator(".services-list a", new Page.LocatorOptions().setHasText("Auto Scaling"))
                .first()
                .click();
        assertThat(page.locator(".service-page")).containsText("AWSServiceRoleForAutoScaling");
        assertThat(page.locator(".keepers")).containsText("AWS::AutoScaling::AutoScalingGroup");
    }

    @Test
    void a_tag_leads_to_those_that_lack_it() {
        tab.open(site, "tags?key=Team");
        var row = page.locator("tr", new Page.LocatorOptions().setHasText("instance profiles"));
        var lacking = row.locator("td").nth(1).innerText();
        row.locator("td").nth(1).locator("a").click();
        assertThat(page.locator("h1")).containsText("Identities " + lacking);
    }

    @Test
    void a_question_is_a_form_and_its_answer_has_an_address() {
        tab.open(site, "queries?name=unused-roles");
        page.locator("input[name=days]").fill("10000");
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> url.contains("p.days=10000"));
        // The one role whose age and use nobody knows is always listed.
        assertThat(page.locator(".result h2")).containsText("1 row");
    }

    @Test
    void ones_own_cypher_reads_and_never_writes() {
        tab.open(site, "queries?cypher=MATCH (r:Role)-[t:TRUSTS]->(p) RETURN r, t, p LIMIT 5");
        assertThat(page.locator(".result tbody tr")).hasCount(5);
        page.locator(".CodeMirror").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("CREATE (n:Role {id: 'x'}) RETURN n");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".failed")).containsText("runs only queries that read");
    }

    @Test
    void the_palette_goes_to_what_is_typed() {
        tab.open(site, "overview");
        page.keyboard().press("/");
        page.keyboard().insertText("github-dep");
        assertThat(page.locator(".picker-list [aria-selected=true]")).containsText("github-deploy");
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).hasText("github-deploy");
    }

    @Test
    void an_upload_shows_its_end_and_what_it_brought_is_text_and_never_a_page() {
        tab.open(site, "imports");
        var gaad = """
                {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "IsTruncated": false, "RoleDetailList": [{"Path": "/", "RoleName": "odd",
                 "RoleId": "AROAODDEXAMPLE", "Arn": "arn:aws:iam::123456789012:role/odd", "CreateDate": "2024-01-01T00:00:00Z",
                 "Description": "<img src=x onerror=alert(1)>", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []},
                 "InstanceProfileList": [], "RolePolicyList": [], "AttachedManagedPolicies": [], "Tags": [], "RoleLastUsed": {}}]}""";
        page.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload("gaad.json", "application/json", gaad.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".import-accounts")).containsText("123456789012");
        tab.open(site, "entity?id=arn:aws:iam::123456789012:role/odd");
        assertThat(page.locator("#facts")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("main img")).hasCount(0);
        tab.consoleIsClean();
    }

    @Test
    void a_page_that_is_opened_before_the_database_is_there_opens_by_itself() {
        try (var early = Site.starting()) {
            page.navigate(early.at("identities?kind=Group"));
            assertThat(page.locator("body")).containsText("starting");
            early.databaseComes();
            assertThat(page.locator(".identities tbody tr").first()).isVisible();
        }
    }
}
