// SPDX-License-Identifier: Apache-2.0
#include "tests/shots/scene.h"
#include "ui/applicant/applicant_desk.h"

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

std::unique_ptr<QWidget> freshDesk(SceneDesk& desk)
{
    return std::make_unique<ApplicantDesk>(*desk.workspace, desk.newDossier(), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> sampleDesk(SceneDesk& desk)
{
    return std::make_unique<ApplicantDesk>(*desk.workspace, desk.sampleDossier(u"sample-values.json"_s), desk.dialogs, nullptr);
}

} // namespace

QList<Scene> applicantScenes()
{
    return {{u"applicant-new"_s, freshDesk}, {u"applicant-sample"_s, sampleDesk}};
}

} // namespace jz::test
