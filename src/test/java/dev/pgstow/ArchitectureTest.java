package dev.pgstow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions between the rooms of the house. */
@AnalyzeClasses(packages = "dev.pgstow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noEngineKnowsAFrontEnd =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.pgstow", "dev.pgstow.cli..", "dev.pgstow.wizard..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.pgstow.cli..", "dev.pgstow.wizard..");

  @ArchTest
  static final ArchRule theWizardDoesNotKnowTheCommandLine =
      noClasses()
          .that()
          .resideInAPackage("dev.pgstow.wizard..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.pgstow.cli..");

  @ArchTest
  static final ArchRule theEngineCannotTellWhereDataComesFrom =
      noClasses()
          .that()
          .resideInAPackage("dev.pgstow.export..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.pgstow.postgres..", "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("SqlSource")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("dev.pgstow.source.graphql..");

  @ArchTest
  static final ArchRule workspaceKnowsNoDatabase =
      noClasses()
          .that()
          .resideInAPackage("dev.pgstow.workspace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "dev.pgstow.postgres..", "dev.pgstow.source..");

  @ArchTest
  static final ArchRule postgresKnowsNoFileFormat =
      noClasses()
          .that()
          .resideInAPackage("dev.pgstow.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.pgstow.workspace..", "dev.pgstow.export..", "dev.pgstow.metaschema..");

  @ArchTest
  static final ArchRule onlyTheWizardImportsLanterna =
      only("com.googlecode.lanterna..", "wizard..");

  @ArchTest
  static final ArchRule onlyPromptsAndTheTerminalImportJline =
      only("org.jline..", "prompt..", "wizard.terminal..");

  @ArchTest static final ArchRule onlyTheCommandLineImportsPicocli = only("picocli..", "cli..");

  @ArchTest
  static final ArchRule rowsAreAnEngineOfTheirOwn =
      noClasses()
          .that()
          .resideInAPackage("dev.pgstow.rows..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.pgstow.export..", "dev.pgstow.migrate..", "dev.pgstow.source..");

  @ArchTest
  static final ArchRule onlyPostgresImportsTheDriver = only("org.postgresql..", "postgres..");

  @ArchTest
  static final ArchRule onlyEmbeddedPostgresImportsTheEmbeddedServer =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.pgstow.postgres.EmbeddedPostgres")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.zonky..");

  @ArchTest
  static final ArchRule onlyMainExits =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.pgstow.Pgstow")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule onlyFrontEndsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.pgstow.cli..", "dev.pgstow.progress..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule noStaticMutableState =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  private static ArchRule only(String library, String... rooms) {
    String[] allowed = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      allowed[i] = "dev.pgstow." + rooms[i];
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
