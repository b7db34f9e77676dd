package dev.identityexplorer.ui;

import com.microsoft.playwright.options.ColorScheme;
import dev.identityexplorer.graph.Campaigns;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each page as it opens: silent console, nothing serious for axe on a light desk and a dark phone, nothing too wide for the latter. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("browser")
class PagesIT {

    private static final String ACCOUNT = "arn:aws:iam::111122223333:";
    private static final String ROLE = ACCOUNT + "role/shop-web-ec2";
    private static final String USER = ACCOUNT + "user/anna.keller";

    private static Site site;
    private static Tab tab;

    @BeforeAll
    static void open() {
        Chromium.open();
        Organization.importSample();
        new Campaigns(TestDatabase.engine(), Organization.LIBRARY).create("autumn", "2 named", List.of(ROLE, USER));
        site = Site.open();
        tab = Tab.desktop();
    }

    @AfterAll
    static void close() {
        if (tab != null) {
            tab.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "identities",
                "identities?kind=ServiceLinkedRole&verdict=UNPROVEN",
                "entity?id=" + ROLE,
                "entity?id=" + USER,
                "entity?id=" + ACCOUNT
                        + "role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing",
                "entity?id=" + ACCOUNT + "role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport",
                "entity?id=" + ACCOUNT + "policy/ShopShared",
                "entity?id=" + ACCOUNT + "root",
                "entity?id=arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop-web/50dc6c495c0c9188",
                "plan?id=" + ROLE + "&id=" + USER,
                "services",
                "services?id=autoscaling.amazonaws.com",
                "tags",
                "explore",
                "explore?id=" + ROLE,
                "queries",
                "queries?name=service-linked-roles-by-owner",
                "queries?name=evidence-gaps",
                "changes",
                "changes?between=imports",
                "findings",
                "findings?name=users-without-mfa",
                "campaigns",
                "campaigns?name=autumn",
                "campaigns?id=" + USER,
                "imports"
            })
    void a_page_is_quiet_accessible_and_narrow_enough(String view) {
        tab.wide();
        tab.colours(ColorScheme.LIGHT);
        tab.open(site, view);
        tab.isAccessible();
        tab.colours(ColorScheme.DARK);
        tab.narrow();
        tab.page.waitForFunction("() => innerWidth === 360");
        tab.doesNotOverflow();
        tab.isAccessible();
        tab.consoleIsClean();
    }
}
