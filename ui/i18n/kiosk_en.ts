<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AcceptedCards</name>
    <message>
        <source>身份证</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>港澳台居住证</source>
        <translation>Residence permit</translation>
    </message>
    <message>
        <source>外国人永居证</source>
        <translation>Foreigner&apos;s PR card</translation>
    </message>
    <message>
        <source>通行证输号码</source>
        <translation>Travel permit: type it</translation>
    </message>
    <message>
        <source>可以放：身份证、港澳台居住证、外国人永居证；通行证输号码</source>
        <translation>Accepted: ID card, Residence permit, Foreigner&apos;s PR card; Travel permit: type it</translation>
    </message>
</context>
<context>
    <name>AccessBar</name>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>往下移</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>朗读</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>请人帮忙</source>
        <translation>Get help</translation>
    </message>
    <message>
        <source>已叫人</source>
        <translation>Help called</translation>
    </message>
    <message>
        <source>停止共享</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>回到对话</source>
        <translation>To the talk</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AccessButton</name>
    <message>
        <source>已开</source>
        <translation>on</translation>
    </message>
</context>
<context>
    <name>AnyHourPage</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>24 小时可办</source>
        <translation>Open 24 hours</translation>
    </message>
    <message>
        <source>这台机器能办 %1 件</source>
        <translation>%1 can be done here</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>现在就能办</source>
        <translation>Can be done now</translation>
    </message>
</context>
<context>
    <name>AnyHourTile</name>
    <message>
        <source>24 小时可办</source>
        <translation>Open 24 hours</translation>
    </message>
    <message>
        <source>这台机器能办 %1 件</source>
        <translation>%1 can be done here</translation>
    </message>
    <message>
        <source>看看哪台机器能办</source>
        <translation>See which machine can</translation>
    </message>
</context>
<context>
    <name>ApplyBlackenPage</name>
    <message>
        <source>涂黑第 %1 页</source>
        <translation>Black out page %1</translation>
    </message>
    <message>
        <source>涂了 %1 处，没涂好前能撤回</source>
        <translation>%1 marked. You can still undo</translation>
    </message>
    <message>
        <source>手指划一块，或者一行一行涂</source>
        <translation>Draw with a finger, or line by line</translation>
    </message>
    <message>
        <source>不涂了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>涂好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>涂掉的看不回来</source>
        <translation>This cannot be undone</translation>
    </message>
    <message>
        <source>还没涂</source>
        <translation>Nothing marked yet</translation>
    </message>
    <message>
        <source>往上</source>
        <translation>Line up</translation>
    </message>
    <message>
        <source>往下</source>
        <translation>Line down</translation>
    </message>
    <message>
        <source>涂这一行</source>
        <translation>Black this line</translation>
    </message>
    <message>
        <source>第 %1 行，共 %2 行</source>
        <translation>Line %1 of %2</translation>
    </message>
</context>
<context>
    <name>ApplyCheckPage</name>
    <message>
        <source>扫了 %1 页</source>
        <translation>%1 pages scanned</translation>
    </message>
    <message>
        <source>%1 页看不清</source>
        <translation>%1 hard to read</translation>
    </message>
    <message>
        <source>电子证照：%1</source>
        <translation>Electronic: %1</translation>
    </message>
    <message>
        <source>填好 %1 项</source>
        <translation>%1 fields filled</translation>
    </message>
    <message>
        <source>%1 项到窗口补</source>
        <translation>%1 left for the counter</translation>
    </message>
    <message>
        <source>电话 %1</source>
        <translation>Phone %1</translation>
    </message>
    <message>
        <source>可以送了</source>
        <translation>Ready to send</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>以后补</source>
        <translation>To follow</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>怎么拿</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>送出</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>ApplyDeliveryPage</name>
    <message>
        <source>办好了，怎么拿？</source>
        <translation>How do you want the result?</translation>
    </message>
    <message>
        <source>就这样，接着办</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>，选好了</source>
        <translation>, chosen</translation>
    </message>
</context>
<context>
    <name>ApplyFieldPage</name>
    <message>
        <source>%1，对不对？</source>
        <translation>%1: is it right?</translation>
    </message>
    <message>
        <source>有事好找您；不填也能办</source>
        <translation>So that we can reach you; not needed</translation>
    </message>
    <message>
        <source>照着证件输</source>
        <translation>As it stands on the paper</translation>
    </message>
    <message>
        <source>不对的先空着，窗口替您改</source>
        <translation>If it is wrong, the counter mends it</translation>
    </message>
    <message>
        <source>还没输</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>号码还没输完</source>
        <translation>The number is not complete</translation>
    </message>
    <message>
        <source>不对，先空着</source>
        <translation>Wrong, leave it out</translation>
    </message>
    <message>
        <source>对的</source>
        <translation>It is right</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>Confirm</translation>
    </message>
</context>
<context>
    <name>ApplyFormPage</name>
    <message>
        <source>不填也行</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>点这里填</source>
        <translation>Touch to fill in</translation>
    </message>
    <message>
        <source>凭您的码</source>
        <translation>By your code</translation>
    </message>
    <message>
        <source>到窗口补</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>看一看，对不对</source>
        <translation>Is this right?</translation>
    </message>
    <message>
        <source>有 %1 项这里填不了，到窗口补</source>
        <translation>%1 left for the counter</translation>
    </message>
    <message>
        <source>不对的点一下，可以改</source>
        <translation>Touch what is wrong to change it</translation>
    </message>
    <message>
        <source>都对，接着办</source>
        <translation>All right, go on</translation>
    </message>
    <message>
        <source>您说不对</source>
        <translation>You said it is wrong</translation>
    </message>
</context>
<context>
    <name>ApplyMaterialsPage</name>
    <message>
        <source>扫了 %1 页，%2 页看不清</source>
        <translation>%1 pages, %2 hard to read</translation>
    </message>
    <message>
        <source>扫了 %1 页</source>
        <translation>%1 pages scanned</translation>
    </message>
    <message>
        <source>正在查电子证照，也可以扫</source>
        <translation>Looking it up; you may scan too</translation>
    </message>
    <message>
        <source>可以后补，也可以现在扫</source>
        <translation>May follow later, or scan now</translation>
    </message>
    <message>
        <source>还没扫，点这里扫</source>
        <translation>Not scanned: touch here</translation>
    </message>
    <message>
        <source>材料齐了</source>
        <translation>All papers are here</translation>
    </message>
    <message>
        <source>还差 %1 样</source>
        <translation>%1 still missing</translation>
    </message>
    <message>
        <source>真的不办了</source>
        <translation>Yes, stop</translation>
    </message>
    <message>
        <source>不办了</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>取号到窗口</source>
        <translation>Number instead</translation>
    </message>
    <message>
        <source>接着填表</source>
        <translation>To the form</translation>
    </message>
    <message>
        <source>材料还没齐</source>
        <translation>Papers are missing</translation>
    </message>
    <message>
        <source>扫好的页会清掉，真的不办了？</source>
        <translation>Scanned pages will be erased. Stop?</translation>
    </message>
</context>
<context>
    <name>ApplyPage</name>
    <message>
        <source>在这台机器上办</source>
        <translation>Apply at this machine</translation>
    </message>
    <message>
        <source>现在办不了</source>
        <translation>Not possible now</translation>
    </message>
    <message>
        <source>正在接通…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>还在等上级平台，请稍等</source>
        <translation>Still waiting for the city</translation>
    </message>
    <message>
        <source>一、扫材料</source>
        <translation>1. Scan your papers</translation>
    </message>
    <message>
        <source>%1，还有 %2 样</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>二、核对表</source>
        <translation>2. Check the form</translation>
    </message>
    <message>
        <source>您同意的话，查得到的替您填好</source>
        <translation>If you agree, we fill in what is known</translation>
    </message>
    <message>
        <source>看一看，改一改</source>
        <translation>Look and change</translation>
    </message>
    <message>
        <source>三、送出，拿凭证</source>
        <translation>3. Send, take the receipt</translation>
    </message>
    <message>
        <source>办好了到窗口取</source>
        <translation>The result is at the counter</translation>
    </message>
    <message>
        <source>办好了：%1</source>
        <translation>Result: %1</translation>
    </message>
    <message>
        <source>送出就清，不留副本</source>
        <translation>Erased once sent</translation>
    </message>
    <message>
        <source>扫的页加密，只送给办这件事的部门，送出就清</source>
        <translation>Pages are encrypted, for this office only, and erased once sent</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>取号到窗口</source>
        <translation>Number instead</translation>
    </message>
    <message>
        <source>同意，开始</source>
        <translation>Agree, begin</translation>
    </message>
</context>
<context>
    <name>ApplyReceiptPage</name>
    <message>
        <source>当场办好</source>
        <translation>Done at once</translation>
    </message>
    <message numerus="yes">
        <source>%n 个工作日内</source>
        <translation>
            <numerusform>Within %n working day</numerusform>
            <numerusform>Within %n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1月%2日前</source>
        <translation>by %2/%1</translation>
    </message>
    <message>
        <source>已经受理了</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>材料收到了</source>
        <translation>We have your papers</translation>
    </message>
    <message>
        <source>这是受理回执，凭编号查进度</source>
        <translation>The number finds your case again</translation>
    </message>
    <message>
        <source>这是收件凭证，凭编号查进度</source>
        <translation>The number finds your case again</translation>
    </message>
    <message>
        <source>谁来办</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>%1决定</source>
        <translation>Decided by %1</translation>
    </message>
    <message>
        <source>怎么拿</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>还要补</source>
        <translation>To follow</translation>
    </message>
    <message>
        <source>再打一张</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>没有打印机，请拍下来</source>
        <translation>No printer: take a photo</translation>
    </message>
    <message>
        <source>记下编号了，结束</source>
        <translation>Noted, finish</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ApplyRow</name>
    <message>
        <source>在这台机器上办</source>
        <translation>Apply at this machine</translation>
    </message>
    <message>
        <source>扫材料、核对、送出，不用等号</source>
        <translation>Scan, check and send, without waiting</translation>
    </message>
    <message>
        <source>取号到窗口，一样办得成</source>
        <translation>A counter does it: take a number</translation>
    </message>
    <message>
        <source>可以到%1办，或者取号到窗口</source>
        <translation>Go to %1, or take a number</translation>
    </message>
</context>
<context>
    <name>ApplyScanPage</name>
    <message>
        <source>委托书</source>
        <translation>Letter of attorney</translation>
    </message>
    <message>
        <source>第 %1 页</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>重拍第 %1 页，请放好</source>
        <translation>Page %1 again: lay it down</translation>
    </message>
    <message>
        <source>正面、反面都要，一次一面</source>
        <translation>Front and back, one at a time</translation>
    </message>
    <message>
        <source>放好别动，自动拍；一次一页</source>
        <translation>Hold still, it is taken by itself</translation>
    </message>
    <message>
        <source>放好了，按「拍这一页」</source>
        <translation>Lay it down and touch Take</translation>
    </message>
    <message>
        <source>第 %1 页的样子</source>
        <translation>What page %1 looks like</translation>
    </message>
    <message>
        <source>扫描台上现在的样子</source>
        <translation>What the scanner sees now</translation>
    </message>
    <message>
        <source>接着扫</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>扫好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>往前放</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>转一转</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>删掉</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>重拍</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>拍这一页</source>
        <translation>Take this page</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>别的页</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>涂黑</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>盖住不该给的，再交</source>
        <translation>Cover what is private, then hand it in</translation>
    </message>
    <message>
        <source>共 %1 页</source>
        <translation>%1 pages</translation>
    </message>
</context>
<context>
    <name>ApplySendingPage</name>
    <message>
        <source>还没有送到</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>正在送出…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>材料没有丢，您来定怎么办</source>
        <translation>Nothing is lost; you decide</translation>
    </message>
    <message>
        <source>网有点慢，请再等一等</source>
        <translation>The line is slow, please wait</translation>
    </message>
    <message>
        <source>别走开，送到就打凭证</source>
        <translation>Stay here: the receipt comes next</translation>
    </message>
    <message>
        <source>再送一次，接着前面的送</source>
        <translation>Send again: it goes on where it stood</translation>
    </message>
    <message>
        <source>表和 %1 页材料，送到 %2%</source>
        <translation>Form and %1 pages: %2%</translation>
    </message>
    <message>
        <source>表，送到 %1%</source>
        <translation>Form: %1%</translation>
    </message>
    <message>
        <source>都加了密，只有收件的部门打得开</source>
        <translation>Encrypted: only that office can open it</translation>
    </message>
    <message>
        <source>从头再来</source>
        <translation>From the start</translation>
    </message>
    <message>
        <source>取号到窗口</source>
        <translation>Number instead</translation>
    </message>
    <message>
        <source>再送一次</source>
        <translation>Send again</translation>
    </message>
</context>
<context>
    <name>ApplyWords</name>
    <message>
        <source>扫材料</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>核对表</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>送出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>联网后才能在这里办</source>
        <extracomment>why applying rests on this machine</extracomment>
        <translation>Needs the network</translation>
    </message>
    <message>
        <source>这台机器不能扫材料</source>
        <translation>No scanning on this machine</translation>
    </message>
    <message>
        <source>这台机器现在办不了</source>
        <translation>Not on this machine now</translation>
    </message>
    <message>
        <source>很清楚，别动</source>
        <extracomment>what lies on the table, by Verdict</extracomment>
        <translation>Very clear, hold still</translation>
    </message>
    <message>
        <source>请把材料放到扫描台</source>
        <translation>Lay the paper on the scanner</translation>
    </message>
    <message>
        <source>太暗了，手别挡着灯</source>
        <translation>Too dark: keep off the lamp</translation>
    </message>
    <message>
        <source>没拍全，往中间挪一挪</source>
        <translation>Not all seen: move it to the middle</translation>
    </message>
    <message>
        <source>请一次放一页</source>
        <translation>One page at a time, please</translation>
    </message>
    <message>
        <source>放歪了，请摆正</source>
        <translation>Crooked: lay it straight</translation>
    </message>
    <message>
        <source>太小了，看不清字</source>
        <translation>Too small to read</translation>
    </message>
    <message>
        <source>这一面是空的，翻过来</source>
        <translation>This side is blank: turn it over</translation>
    </message>
    <message>
        <source>反光了，换个位置</source>
        <translation>It shines: move it a little</translation>
    </message>
    <message>
        <source>有点糊，放平别动</source>
        <translation>Blurred: lay it flat, hold still</translation>
    </message>
    <message>
        <source>这一页很清楚</source>
        <extracomment>what a page that was taken is worth, by Verdict</extracomment>
        <translation>This page is clear</translation>
    </message>
    <message>
        <source>这一页没有东西，请重拍</source>
        <translation>Nothing on it: take it again</translation>
    </message>
    <message>
        <source>这一页太暗，最好重拍</source>
        <translation>Too dark: better take it again</translation>
    </message>
    <message>
        <source>这一页没拍全，最好重拍</source>
        <translation>Cut off: better take it again</translation>
    </message>
    <message>
        <source>这一页拍了两张，最好重拍</source>
        <translation>Two pages: better take it again</translation>
    </message>
    <message>
        <source>这一页歪了，最好重拍</source>
        <translation>Crooked: better take it again</translation>
    </message>
    <message>
        <source>这一页字太小，最好重拍</source>
        <translation>Too small: better take it again</translation>
    </message>
    <message>
        <source>这一页是空的，可以不要</source>
        <translation>Blank: you may delete it</translation>
    </message>
    <message>
        <source>这一页反光，最好重拍</source>
        <translation>It shines: better take it again</translation>
    </message>
    <message>
        <source>这一页糊了，最好重拍</source>
        <translation>Blurred: better take it again</translation>
    </message>
    <message>
        <source>扫描台没有回话，可以再试一次</source>
        <extracomment>why no page can be taken, by ScanFault</extracomment>
        <translation>The scanner is silent: try again</translation>
    </message>
    <message>
        <source>扫描台正忙，等一下再试</source>
        <translation>The scanner is busy: try again</translation>
    </message>
    <message>
        <source>纸卡住了，请叫人来看一下</source>
        <translation>Paper jam: please call someone</translation>
    </message>
    <message>
        <source>扫描台的盖子没盖好</source>
        <translation>The scanner&apos;s lid is open</translation>
    </message>
    <message>
        <source>没看到材料，请放好再拍</source>
        <translation>No paper seen: lay it down</translation>
    </message>
    <message>
        <source>一共只能扫 40 页，已经够了</source>
        <translation>40 pages are all that fit</translation>
    </message>
    <message>
        <source>放得太久，这些页清掉了</source>
        <translation>Left too long: pages were erased</translation>
    </message>
    <message>
        <source>扫描台有点问题，可以再试</source>
        <translation>Trouble with the scanner: try again</translation>
    </message>
    <message>
        <source>上级平台没有回话</source>
        <extracomment>why it does not go on, by ApplyFault, and what helps</extracomment>
        <translation>The city does not answer</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <translation>The hall cannot be reached</translation>
    </message>
    <message>
        <source>这件事要到窗口办</source>
        <translation>A counter does this</translation>
    </message>
    <message>
        <source>材料太多，这里送不了</source>
        <translation>Too much to send from here</translation>
    </message>
    <message>
        <source>时间久了，要从头再来</source>
        <translation>Too long ago: from the start</translation>
    </message>
    <message>
        <source>还缺材料，没有送出</source>
        <translation>Papers are missing: not sent</translation>
    </message>
    <message>
        <source>这次没有办成</source>
        <translation>It did not work this time</translation>
    </message>
    <message>
        <source>取个号到窗口办，一样办得成</source>
        <translation>Take a number, a counter does it</translation>
    </message>
    <message>
        <source>取个号，窗口马上给您办</source>
        <translation>Take a number, a counter does it</translation>
    </message>
    <message>
        <source>取个号，把材料带到窗口</source>
        <translation>Take a number and bring the papers</translation>
    </message>
    <message>
        <source>取号到窗口，或者从头再来</source>
        <translation>Take a number, or start again</translation>
    </message>
    <message>
        <source>姓名</source>
        <extracomment>fields of a form, by id; any other one has the hall&apos;s own word</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>户籍地址</source>
        <translation>Household address</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to head</translation>
    </message>
    <message>
        <source>证照号码</source>
        <translation>Licence number</translation>
    </message>
    <message>
        <source>参保地</source>
        <translation>Insured at</translation>
    </message>
    <message>
        <source>准驾车型</source>
        <translation>Vehicle class</translation>
    </message>
    <message>
        <source>号牌号码</source>
        <translation>Number plate</translation>
    </message>
    <message>
        <source>居住地址</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>配偶姓名</source>
        <translation>Spouse</translation>
    </message>
    <message>
        <source>房产地址</source>
        <translation>Property</translation>
    </message>
    <message>
        <source>残疾等级</source>
        <translation>Disability grade</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>法人代表</source>
        <translation>Legal person</translation>
    </message>
    <message>
        <source>经营范围</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>来自身份证</source>
        <translation>From the ID card</translation>
    </message>
    <message>
        <source>凭您的码</source>
        <translation>By your code</translation>
    </message>
    <message>
        <source>窗口领取</source>
        <extracomment>how the result comes, by ResultWay, and the line below it</extracomment>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>自助柜取</source>
        <translation>From a locker</translation>
    </message>
    <message>
        <source>邮寄给我</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>办好了带身份证来取</source>
        <translation>Come with your ID card</translation>
    </message>
    <message>
        <source>办好了到自助柜，随时能取</source>
        <translation>At any hour, from the locker</translation>
    </message>
    <message>
        <source>没查到地址，这里选不了</source>
        <translation>No address is known</translation>
    </message>
    <message>
        <source>来自 %1</source>
        <translation>From: %1</translation>
    </message>
</context>
<context>
    <name>AskSlipPage</name>
    <message>
        <source>小票出来了吗？</source>
        <translation>Did your slip come out?</translation>
    </message>
    <message>
        <source>打印机没有回话，请您看一眼出票口</source>
        <translation>The printer does not answer. Please look at the slot.</translation>
    </message>
    <message>
        <source>没出来</source>
        <translation>It did not</translation>
    </message>
    <message>
        <source>出来了</source>
        <translation>It did</translation>
    </message>
    <message>
        <source>%1 秒后回首页，号先给您留着</source>
        <translation>Back to the start in %1 s. Your place is kept.</translation>
    </message>
</context>
<context>
    <name>BackButton</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>BenchPage</name>
    <message>
        <source>工具</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>五分钟没人碰，自己锁上</source>
        <translation>Locks itself after five minutes without a touch</translation>
    </message>
</context>
<context>
    <name>BlackenPicture</name>
    <message>
        <source>这一页的样子，停在第 %1 行</source>
        <translation>The page, at line %1</translation>
    </message>
</context>
<context>
    <name>BookingRow</name>
    <message>
        <source>%1 的预约，%2</source>
        <translation>Booking at %1: %2</translation>
    </message>
    <message>
        <source>过了 %1 分钟</source>
        <translation>%1 min late</translation>
    </message>
    <message>
        <source>到 %1 为止</source>
        <translation>until %1</translation>
    </message>
</context>
<context>
    <name>BookingsPage</name>
    <message>
        <source>先办哪个预约？</source>
        <translation>Which booking first?</translation>
    </message>
    <message numerus="yes">
        <source>您有 %n 个预约，点一个</source>
        <translation>
            <numerusform>You have %n booking. Choose it.</numerusform>
            <numerusform>You have %n bookings. Choose one.</numerusform>
        </translation>
    </message>
    <message>
        <source>另外取号</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>第一页</source>
        <translation>First</translation>
    </message>
    <message>
        <source>现在第 %1 页，共 %2 页</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>都不是，另外取号</source>
        <translation>None of these, take a number</translation>
    </message>
</context>
<context>
    <name>BoxCard</name>
    <message>
        <source>试一下</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>再试</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>试一下%1</source>
        <translation>Try%1</translation>
    </message>
</context>
<context>
    <name>BusyPage</name>
    <message>
        <source>%1 开始取号，到时再来</source>
        <translation>Numbers from %1. Please come back then.</translation>
    </message>
    <message>
        <source>请到服务台问哪天能办</source>
        <translation>Please ask the service desk for a day</translation>
    </message>
    <message>
        <source>可约 %1月%2日，请到服务台约时间</source>
        <translation>Free on %2/%1. Please book at the service desk.</translation>
    </message>
    <message>
        <source>可约明天，请到服务台约时间</source>
        <translation>Free tomorrow. Please book at the service desk.</translation>
    </message>
    <message>
        <source>大厅还没有回话</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>这次没取到号</source>
        <translation>No number this time</translation>
    </message>
    <message>
        <source>换个时间来办</source>
        <translation>Please come another time</translation>
    </message>
    <message>
        <source>您没有弄错什么</source>
        <translation>You did nothing wrong</translation>
    </message>
    <message>
        <source>今天的号取完了</source>
        <translation>No numbers left today</translation>
    </message>
    <message>
        <source>还在问，有了号马上打小票</source>
        <translation>Still asking. Your slip is printed as soon as there is a number.</translation>
    </message>
    <message>
        <source>请到服务台取号，一样排队</source>
        <translation>The service desk gives numbers too, in the same queue.</translation>
    </message>
    <message>
        <source>别的事今天还能办，按「返回重选」</source>
        <translation>Other services are open today: touch Choose again</translation>
    </message>
    <message>
        <source>服务台的人马上帮您</source>
        <translation>The service desk helps you at once</translation>
    </message>
    <message>
        <source>不想等？到服务台取号，一样排队</source>
        <translation>In a hurry? The service desk gives numbers too.</translation>
    </message>
    <message>
        <source>返回重选</source>
        <translation>Choose again</translation>
    </message>
    <message>
        <source>好，我去服务台</source>
        <translation>I will go to the desk</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>只用来取号，用完马上清除</source>
        <translation>Used for your number only, then erased</translation>
    </message>
    <message>
        <source>没带身份证？</source>
        <translation>No ID card with you?</translation>
    </message>
    <message>
        <source>请亮红棉码</source>
        <translation>Show your city code</translation>
    </message>
    <message>
        <source>报到请放身份证</source>
        <translation>Lay down your ID card to check in</translation>
    </message>
    <message>
        <source>把手机上的码对准扫码口</source>
        <translation>Hold the code on your phone to the scanner</translation>
    </message>
    <message>
        <source>放好了，再问您同不同意查电子证照</source>
        <translation>Then we ask whether we may look up your digital documents</translation>
    </message>
    <message>
        <source>没带也行，按「不带证取号」</source>
        <translation>No card? Touch No card</translation>
    </message>
    <message>
        <source>约好时的码也行，按「亮红棉码」</source>
        <translation>Or show the code of your booking: “Show city code”</translation>
    </message>
    <message>
        <source>约好时的码也行，时间到了就出号</source>
        <translation>The code of your booking will do as well</translation>
    </message>
    <message>
        <source>读卡器现在用不了</source>
        <translation>The card reader is out of use</translation>
    </message>
    <message>
        <source>不会弄？按「请人帮忙」</source>
        <translation>Not sure how? Touch Get help</translation>
    </message>
    <message>
        <source>我要取号，证交给服务台</source>
        <translation>Take a number; card to the desk</translation>
    </message>
    <message>
        <source>不带证取号</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>没约，取号</source>
        <translation>No booking: take a number</translation>
    </message>
    <message>
        <source>输号码</source>
        <translation>Type ID number</translation>
    </message>
    <message>
        <source>亮红棉码</source>
        <translation>Show city code</translation>
    </message>
    <message>
        <source>用身份证</source>
        <translation>Use ID card</translation>
    </message>
</context>
<context>
    <name>CardStrip</name>
    <message>
        <source>带身份证了？直接放到读卡区</source>
        <translation>Have your ID card? Put it on the reader</translation>
    </message>
    <message>
        <source>身份证放下面也行</source>
        <translation>Or put your ID card below</translation>
    </message>
    <message>
        <source>先放证、后选事项，都可以</source>
        <translation>Card first or service first, as you like</translation>
    </message>
    <message>
        <source>约好了？手机码对准扫码口也行</source>
        <translation>Booked? Hold your phone to the scanner</translation>
    </message>
</context>
<context>
    <name>CaseNumberPage</name>
    <message>
        <source>请输受理编号</source>
        <translation>Type your case number</translation>
    </message>
    <message>
        <source>在受理回执最上面</source>
        <translation>It is at the top of your receipt</translation>
    </message>
    <message>
        <source>还没输</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>编号没有这么长，请看一看</source>
        <translation>That is too long. Please check it.</translation>
    </message>
    <message>
        <source>查一查</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>编号还没输完</source>
        <translation>The number is not complete</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>%1月%2日前办好</source>
        <translation>Ready by %2/%1</translation>
    </message>
    <message>
        <source>这是大厅记下的，上级平台没有回话</source>
        <translation>From the hall&apos;s own records. The city does not answer.</translation>
    </message>
    <message>
        <source>编号 %1</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>到这里取：%1</source>
        <translation>Collect at: %1</translation>
    </message>
    <message>
        <source>有事请打 %1</source>
        <translation>Questions? Call %1</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>没有打印机，可拍照</source>
        <translation>No printer: take a photo</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>打印这一页</source>
        <translation>Print this page</translation>
    </message>
</context>
<context>
    <name>CaseSteps</name>
    <message>
        <source>办好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>正在办</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>还没到</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>看哪一件？</source>
        <translation>Which case?</translation>
    </message>
    <message numerus="yes">
        <source>您有 %n 件事，点一件</source>
        <translation>
            <numerusform>You have %n case. Choose it.</numerusform>
            <numerusform>You have %n cases. Choose one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateCardPage</name>
    <message>
        <source>打印证明</source>
        <translation>Print a record</translation>
    </message>
    <message>
        <source>谁来办？</source>
        <translation>Who applies?</translation>
    </message>
    <message>
        <source>先认一下是您，只在这次用</source>
        <translation>First show who you are. Used this once.</translation>
    </message>
    <message>
        <source>放身份证</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>居住证、永居证也行，平放在读卡区</source>
        <translation>Residence and PR cards too, flat on the reader</translation>
    </message>
    <message>
        <source>个人码对准扫码口</source>
        <translation>Hold your own code to the scanner</translation>
    </message>
    <message>
        <source>手机上的电子身份码</source>
        <translation>The identity code on your phone</translation>
    </message>
</context>
<context>
    <name>CertificateConsentPage</name>
    <message>
        <source>只查能打印的电子证照</source>
        <translation>Only documents that can be printed</translation>
    </message>
    <message>
        <source>只给您看，只在这台机器上</source>
        <translation>For your eyes only, on this machine only</translation>
    </message>
    <message>
        <source>用完就清，不留底</source>
        <translation>Erased after use, no copy kept</translation>
    </message>
    <message>
        <source>查您的电子证照？</source>
        <translation>Look up your digital documents?</translation>
    </message>
    <message>
        <source>您同意了才查</source>
        <translation>Only if you agree</translation>
    </message>
    <message>
        <source>不查，结束</source>
        <translation>No, stop here</translation>
    </message>
    <message>
        <source>同意，查一查</source>
        <translation>I agree, look up</translation>
    </message>
</context>
<context>
    <name>CertificatePage</name>
    <message>
        <source>看不了样子，可以打印</source>
        <translation>No preview, but you can print it</translation>
    </message>
    <message>
        <source>还在取，请稍等</source>
        <translation>Still fetching, please wait</translation>
    </message>
    <message>
        <source>正在取…</source>
        <translation>Fetching…</translation>
    </message>
    <message>
        <source>为了保密，这里看不清楚</source>
        <translation>Blurred here for your privacy</translation>
    </message>
    <message>
        <source>号码遮住了，打出来是全的</source>
        <translation>Hidden here, complete on paper</translation>
    </message>
    <message>
        <source>过一会儿再打，或问服务台</source>
        <translation>Print later, or ask the desk</translation>
    </message>
    <message>
        <source>第一页的样子，共 %1 页</source>
        <translation>First page of %1</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打几份？</source>
        <translation>How many copies?</translation>
    </message>
    <message>
        <source>%1 份</source>
        <translation>Copies: %1</translation>
    </message>
    <message>
        <source>，选好了</source>
        <translation>, chosen</translation>
    </message>
    <message>
        <source>发到手机</source>
        <translation>Send to phone</translation>
    </message>
    <message>
        <source>扫一次码，拿走一份</source>
        <translation>Scan once, take one copy</translation>
    </message>
</context>
<context>
    <name>CertificatePaperPage</name>
    <message>
        <source>打好了</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>这次作废</source>
        <translation>This print is void</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>请取走纸，点一点张数</source>
        <translation>Take the paper and count the sheets</translation>
    </message>
    <message>
        <source>可以再打，或到服务台</source>
        <translation>Print again, or ask the service desk</translation>
    </message>
    <message>
        <source>请等纸都出来</source>
        <translation>Please wait for all the paper</translation>
    </message>
    <message>
        <source>第 %1 张，共 %2 张</source>
        <translation>Sheet %1 of %2</translation>
    </message>
    <message>
        <source>再打一次</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>再打别的</source>
        <translation>Print another</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不等了，结束</source>
        <translation>Stop waiting</translation>
    </message>
</context>
<context>
    <name>CertificatePhonePage</name>
    <message>
        <source>请用手机扫</source>
        <translation>Scan with your phone</translation>
    </message>
    <message>
        <source>发不到手机</source>
        <translation>Cannot send to phone</translation>
    </message>
    <message>
        <source>正在准备…</source>
        <translation>Getting ready…</translation>
    </message>
    <message>
        <source>只能取一次，%1 前有效</source>
        <translation>Works once, until %1</translation>
    </message>
    <message>
        <source>还在准备，请稍等</source>
        <translation>Getting ready, please wait</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>这份证明的二维码</source>
        <translation>QR code of this record</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>正在查…</source>
        <translation>Looking it up…</translation>
    </message>
    <message>
        <source>这次打不了</source>
        <translation>Cannot print this time</translation>
    </message>
    <message>
        <source>打印哪一样？</source>
        <translation>Which record?</translation>
    </message>
    <message>
        <source>还在查，请稍等</source>
        <translation>Still looking, please wait</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>一共 %1 样，点一样</source>
        <translation>%1 in all. Choose one.</translation>
    </message>
    <message>
        <source>服务台的人马上帮您</source>
        <translation>The service desk helps you at once</translation>
    </message>
    <message>
        <source>好，我去服务台</source>
        <translation>I will go to the desk</translation>
    </message>
    <message>
        <source>不打了，结束</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>再查一次</source>
        <translation>Look up again</translation>
    </message>
    <message>
        <source>长期有效</source>
        <translation>No end date</translation>
    </message>
    <message>
        <source>到 %1</source>
        <translation>until %1</translation>
    </message>
</context>
<context>
    <name>CheckingPage</name>
    <message>
        <source>看到您的码了</source>
        <translation>Your code is here</translation>
    </message>
    <message>
        <source>读到您的身份证了</source>
        <translation>Card read</translation>
    </message>
    <message>
        <source>正在查您的号…</source>
        <translation>Looking up your number…</translation>
    </message>
    <message>
        <source>正在查您的预约…</source>
        <translation>Looking up your bookings…</translation>
    </message>
    <message>
        <source>正在核验您的码…</source>
        <translation>Your code is being checked…</translation>
    </message>
    <message>
        <source>还在查，请稍等</source>
        <translation>Still looking, please wait</translation>
    </message>
    <message>
        <source>正在看您今天有没有号…</source>
        <translation>Checking whether you have a number today…</translation>
    </message>
    <message>
        <source>请稍等，不用按什么</source>
        <translation>Please wait, nothing to touch</translation>
    </message>
</context>
<context>
    <name>CityWords</name>
    <message>
        <source>已收件</source>
        <extracomment>查进度: how a case stands, what comes next, its steps; why there is nothing to show, and what helps</extracomment>
        <translation>Received</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>正在审查</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>要补材料</source>
        <translation>Papers needed</translation>
    </message>
    <message>
        <source>已经决定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>可以来取了</source>
        <translation>Ready to collect</translation>
    </message>
    <message>
        <source>已经办完</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>已经撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>下一步：受理</source>
        <translation>Next: acceptance</translation>
    </message>
    <message>
        <source>下一步：审查</source>
        <translation>Next: review</translation>
    </message>
    <message>
        <source>下一步：决定</source>
        <translation>Next: decision</translation>
    </message>
    <message>
        <source>请到窗口问清补什么</source>
        <translation>Ask a counter what is missing</translation>
    </message>
    <message>
        <source>下一步：送达</source>
        <translation>Next: delivery</translation>
    </message>
    <message>
        <source>请带身份证来取</source>
        <translation>Bring your ID card to collect it</translation>
    </message>
    <message>
        <source>没有要做的了</source>
        <translation>Nothing more to do</translation>
    </message>
    <message>
        <source>不再办理</source>
        <translation>No longer in progress</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>审查</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>没查到办的事</source>
        <translation>No case found</translation>
    </message>
    <message>
        <source>上级平台没有回话</source>
        <extracomment>打印证明: why it does not go on, and what helps</extracomment>
        <translation>The city does not answer</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <translation>The hall does not answer</translation>
    </message>
    <message>
        <source>要先认一下是您</source>
        <translation>First show who you are</translation>
    </message>
    <message>
        <source>这个码查不了进度</source>
        <translation>This code cannot track a case</translation>
    </message>
    <message>
        <source>请看一看编号，或到服务台问</source>
        <translation>Check the number, or ask the service desk</translation>
    </message>
    <message>
        <source>过一会儿再查，或到服务台问</source>
        <translation>Try again later, or ask the service desk</translation>
    </message>
    <message>
        <source>请把身份证放在读卡区</source>
        <translation>Put your ID card on the reader</translation>
    </message>
    <message>
        <source>请换一个办法</source>
        <translation>Please try another way</translation>
    </message>
    <message>
        <source>卡纸了</source>
        <extracomment>why pages did not come, by PaperFault</extracomment>
        <translation>The paper is stuck</translation>
    </message>
    <message>
        <source>打印纸用完了</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>打印机没墨了</source>
        <translation>The printer is out of ink</translation>
    </message>
    <message>
        <source>打印机盖子没盖好</source>
        <translation>The printer is open</translation>
    </message>
    <message>
        <source>打印机没有回话</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>打印机正忙</source>
        <translation>The printer is busy</translation>
    </message>
    <message>
        <source>这份打不出来</source>
        <translation>This cannot be printed</translation>
    </message>
    <message>
        <source>页面离开了，没打</source>
        <translation>Not printed: the page was left</translation>
    </message>
    <message>
        <source>打印机有点问题</source>
        <translation>The printer has a problem</translation>
    </message>
    <message>
        <source>没有能打印的证明</source>
        <translation>No records to print</translation>
    </message>
    <message>
        <source>时间久了，要重新查</source>
        <translation>Too much time has passed</translation>
    </message>
    <message>
        <source>这里还不能发到手机</source>
        <translation>No sending to phones here yet</translation>
    </message>
    <message>
        <source>这个码认不出是谁</source>
        <translation>This code does not say who you are</translation>
    </message>
    <message>
        <source>请到服务台打印，不用再查</source>
        <translation>The service desk can print it at once</translation>
    </message>
    <message>
        <source>请到窗口问怎么办这张证</source>
        <translation>Ask a counter how to get it</translation>
    </message>
    <message>
        <source>请回首页，用身份证再来</source>
        <translation>Go to the start and use your ID card</translation>
    </message>
    <message>
        <source>按「再查一次」</source>
        <translation>Touch Look up again</translation>
    </message>
    <message>
        <source>可以打印出来</source>
        <translation>You can print it instead</translation>
    </message>
    <message>
        <source>请到服务台打印</source>
        <translation>The service desk can print it</translation>
    </message>
    <message>
        <source>请放身份证</source>
        <translation>Your ID card, please</translation>
    </message>
</context>
<context>
    <name>ClearedPage</name>
    <message>
        <source>谢谢，再见</source>
        <translation>Thank you, goodbye</translation>
    </message>
    <message>
        <source>您的信息已清除</source>
        <translation>Your information has been erased</translation>
    </message>
    <message>
        <source>请取回身份证</source>
        <translation>Please take your ID card</translation>
    </message>
</context>
<context>
    <name>CodeRefusedPage</name>
    <message>
        <source>%1 起可以报到：%2</source>
        <translation>Check in from %1: %2</translation>
    </message>
    <message>
        <source>没有码也能取号</source>
        <translation>You can take a number without a code</translation>
    </message>
    <message>
        <source>直接取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>%1 秒后返回，随时可以再扫</source>
        <translation>Back in %1 s. Scan again any time.</translation>
    </message>
    <message>
        <source>%1 秒后返回</source>
        <translation>Back in %1 s</translation>
    </message>
</context>
<context>
    <name>ComplaintPage</name>
    <message>
        <source>关于：%1</source>
        <translation>About: %1</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>第一页</source>
        <translation>First</translation>
    </message>
    <message>
        <source>现在第 %1 页，共 %2 页</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>送出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>只记下哪一类</source>
        <translation>Note the kind only</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>小票在出票口</source>
        <translation>Your slip is in the slot</translation>
    </message>
    <message>
        <source>没有小票，请记下这个号</source>
        <translation>No slip: please note this number</translation>
    </message>
    <message>
        <source>正在打印小票</source>
        <translation>Printing your slip</translation>
    </message>
    <message>
        <source>想多说几句，打</source>
        <translation>To say more, call</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>今天可能办不到，号照样给您</source>
        <translation>You may not be served today, but get a number</translation>
    </message>
    <message>
        <source>%1 开始办，位置给您留着</source>
        <translation>Opens at %1. Your place is kept.</translation>
    </message>
    <message>
        <source>要等一小时以上，也可到服务台约时间</source>
        <translation>Over an hour to wait. You can also book at the service desk.</translation>
    </message>
    <message>
        <source>快下班了，今天办到 %1</source>
        <translation>Closing soon: open until %1</translation>
    </message>
    <message>
        <source>%1也能办</source>
        <translation>Also at %1</translation>
    </message>
    <message>
        <source>%1也能办，约 %2 公里</source>
        <translation>Also at %1, about %2 km</translation>
    </message>
    <message>
        <source>看一看，对不对</source>
        <translation>Is this right?</translation>
    </message>
    <message>
        <source>%1 等 %2 件</source>
        <translation>%1 and more (%2 in all)</translation>
    </message>
    <message>
        <source>加一件</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>再加一件</source>
        <translation>Add another</translation>
    </message>
    <message>
        <source>替别人办</source>
        <translation>For another</translation>
    </message>
    <message>
        <source>发短信告诉我</source>
        <translation>Text me</translation>
    </message>
    <message>
        <source>有需要就点一下</source>
        <translation>Touch what you need</translation>
    </message>
    <message>
        <source>%1；号照样给您</source>
        <translation>%1; you get a number all the same</translation>
    </message>
    <message>
        <source>身份证过期了，号照样给您</source>
        <translation>Your ID card has expired. You get a number all the same.</translation>
    </message>
    <message>
        <source>对了就按「取号」</source>
        <translation>If so, touch Take a number</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take a number</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>可以查您的电子证照吗？</source>
        <translation>May we look up your digital documents?</translation>
    </message>
    <message>
        <source>查到的就不用带纸的</source>
        <translation>What we find, you need not bring</translation>
    </message>
    <message>
        <source>为了办：%1</source>
        <translation>For: %1</translation>
    </message>
    <message>
        <source>还有 %1 种</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>只用这一次，办完就清，不留副本</source>
        <translation>Used this once, then erased. No copy is kept.</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>I do not agree</translation>
    </message>
    <message>
        <source>我自己带，或者在这里扫</source>
        <translation>I bring them myself, or scan them here</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>I agree</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>打开画面</source>
        <translation>Show the picture</translation>
    </message>
    <message>
        <source>画面关着，按键和声音照常</source>
        <translation>The picture is off; keys and voice go on</translation>
    </message>
</context>
<context>
    <name>DeskPicture</name>
    <message>
        <source>服务台</source>
        <translation>Service desk</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>演练</source>
        <translation>Drills</translation>
    </message>
    <message>
        <source>看看群众会看到什么，点一下就结束，不发号</source>
        <translation>What visitors see; a touch ends it, no number is given</translation>
    </message>
</context>
<context>
    <name>ElsewherePage</name>
    <message>
        <source>现在可以办了</source>
        <translation>It works again now</translation>
    </message>
    <message>
        <source>联网后再来</source>
        <translation>When the network is back</translation>
    </message>
    <message>
        <source>这台机器办不了</source>
        <translation>Not on this machine</translation>
    </message>
    <message>
        <source>暂时没网，正在自动重连</source>
        <translation>No network, reconnecting</translation>
    </message>
    <message>
        <source>您没有弄错什么</source>
        <translation>You did nothing wrong</translation>
    </message>
    <message>
        <source>可以去这些地方办</source>
        <translation>You can do it at</translation>
    </message>
    <message>
        <source>约 %1 公里</source>
        <translation>about %1 km</translation>
    </message>
    <message>
        <source>取号到窗口办</source>
        <translation>Get a counter number</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message numerus="yes">
        <source>%n 天</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个工作日</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>可以问服务台，或者按请人帮忙</source>
        <translation>Ask at the desk, or touch Get help</translation>
    </message>
    <message>
        <source>%1，最长 %2</source>
        <translation>%1, at most %2</translation>
    </message>
</context>
<context>
    <name>FaultPanel</name>
    <message>
        <source>也可以打 %1</source>
        <translation>Or call %1</translation>
    </message>
</context>
<context>
    <name>FloorMap</name>
    <message>
        <source>从这台机器到服务台的路线</source>
        <translation>The way from this machine to the service desk</translation>
    </message>
    <message>
        <source>您在这儿</source>
        <translation>You are here</translation>
    </message>
    <message>
        <source>服务台</source>
        <translation>Service desk</translation>
    </message>
</context>
<context>
    <name>FootLine</name>
    <message>
        <source>%1月%2日 %3</source>
        <translation>%3, %2/%1</translation>
    </message>
    <message>
        <source>字看不清？按「大字」</source>
        <translation>Too small? Touch Large text</translation>
    </message>
    <message>
        <source>今天办到 %1</source>
        <translation>Open until %1</translation>
    </message>
</context>
<context>
    <name>GlassCards</name>
    <message>
        <source>永</source>
        <translation>Rg</translation>
    </message>
    <message>
        <source>请拿好号票，到三号窗口</source>
        <translation>Keep your ticket, go to window 3</translation>
    </message>
    <message>
        <source>%1 英寸，下沿离地 %2 毫米</source>
        <translation>%1 inches, lower edge at %2 mm</translation>
    </message>
</context>
<context>
    <name>GlassLookPage</name>
    <message>
        <source>玻璃太矮，一条线也没有</source>
        <translation>No such line on this glass</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下一张：%1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>离地 %1 毫米</source>
        <translation>%1 mm above the floor</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>更新 %1</source>
        <translation>Updated %1</translation>
    </message>
    <message>
        <source>版本 %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>取综合号</source>
        <translation>General number</translation>
    </message>
    <message>
        <source>取这个号</source>
        <translation>Take this number</translation>
    </message>
    <message>
        <source>这件事办得不顺？告诉我们</source>
        <translation>Something wrong here? Tell us</translation>
    </message>
    <message>
        <source>网上办</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>用手机扫码，回家也能办</source>
        <translation>Scan with your phone, do it at home</translation>
    </message>
</context>
<context>
    <name>GuideWords</name>
    <message>
        <source>怎么办</source>
        <translation>How it is done</translation>
    </message>
    <message>
        <source>还没写全</source>
        <translation>Not complete yet</translation>
    </message>
    <message>
        <source>带什么</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>在哪办</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>要多久</source>
        <translation>Time it takes</translation>
    </message>
    <message>
        <source>花多少钱</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>另外要等</source>
        <translation>Also waits for</translation>
    </message>
    <message>
        <source>谁来决定</source>
        <translation>Who decides</translation>
    </message>
    <message>
        <source>谁能办</source>
        <translation>Who can apply</translation>
    </message>
    <message>
        <source>按哪条规定</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>自助办</source>
        <translation>Self-service</translation>
    </message>
    <message>
        <source>网上办</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>这里办</source>
        <translation>Done here</translation>
    </message>
    <message>
        <source>别处办</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>自助机</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>取号，看屏幕</source>
        <translation>As the screen says</translation>
    </message>
    <message>
        <source>大厅的自助机</source>
        <translation>A kiosk in the hall</translation>
    </message>
    <message>
        <source>手机、电脑都行</source>
        <translation>Phone or computer</translation>
    </message>
    <message>
        <source>不在窗口办</source>
        <translation>Not at a counter</translation>
    </message>
    <message>
        <source>不能自助办</source>
        <translation>Not at a kiosk</translation>
    </message>
    <message>
        <source>还不能网上办</source>
        <translation>Not online yet</translation>
    </message>
    <message>
        <source>当场办好</source>
        <translation>On the spot</translation>
    </message>
    <message numerus="yes">
        <source>%n 个工作日内</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuidesPage</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>常办</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>按类别</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>按字母</source>
        <translation>By letter</translation>
    </message>
    <message>
        <source>一件事</source>
        <translation>Life events</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>看看要带什么、多久办好</source>
        <translation>See what to bring and how long it takes</translation>
    </message>
    <message>
        <source>搜事项</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>网上办、找中介</source>
        <translation>Online, agencies</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>Online</translation>
    </message>
    <message numerus="yes">
        <source>%n 件</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message>
        <source>这里没有，可以问服务台</source>
        <translation>Nothing here. Please ask the service desk.</translation>
    </message>
</context>
<context>
    <name>HallLine</name>
    <message>
        <source>正在办理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>个</source>
        <translation>open</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>等</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message numerus="yes">
        <source>人在等</source>
        <translation>
            <numerusform>person waiting</numerusform>
            <numerusform>people waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>约</source>
        <translation>about</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>现在不用等</source>
        <translation>No wait now</translation>
    </message>
</context>
<context>
    <name>HallStrip</name>
    <message>
        <source>今天 %1</source>
        <translation>today %1</translation>
    </message>
    <message>
        <source>明天 %1</source>
        <translation>tomorrow %1</translation>
    </message>
    <message>
        <source>%1月%2日 %3</source>
        <translation>on %2/%1 at %3</translation>
    </message>
    <message>
        <source>%1 再取号</source>
        <translation>Numbers again %1</translation>
    </message>
    <message>
        <source>%1 开门</source>
        <translation>Opens %1</translation>
    </message>
    <message>
        <source>自助可办 %1 项</source>
        <translation>self-service: %1</translation>
    </message>
    <message>
        <source>正在自动重连</source>
        <translation>Reconnecting</translation>
    </message>
</context>
<context>
    <name>HasTicketPage</name>
    <message>
        <source>您已经有号 %1</source>
        <translation>You already have %1</translation>
    </message>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message numerus="yes">
        <source>位</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message>
        <source>大约等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>正在叫您，请看大屏</source>
        <translation>You are called. Watch the big screen.</translation>
    </message>
    <message>
        <source>留着这个号</source>
        <translation>Keep number</translation>
    </message>
    <message>
        <source>还要办别的</source>
        <translation>Another service</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>再打一张小票</source>
        <translation>Print slip again</translation>
    </message>
    <message>
        <source>不要这个号了</source>
        <translation>Cancel number</translation>
    </message>
    <message>
        <source>看另一个号 %1</source>
        <translation>See number %1</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>也可以打</source>
        <translation>Or call</translation>
    </message>
    <message>
        <source>不办了</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>服务台这样走</source>
        <translation>The desk is this way</translation>
    </message>
    <message>
        <source>请到服务台问</source>
        <translation>Please ask at the desk</translation>
    </message>
    <message>
        <source>拿好小票，给那里的人看</source>
        <translation>Take the slip and show it there</translation>
    </message>
    <message>
        <source>想走过去？</source>
        <translation>Walk there?</translation>
    </message>
    <message>
        <source>不用了</source>
        <translation>No need now</translation>
    </message>
    <message>
        <source>别的办法</source>
        <translation>Other ways</translation>
    </message>
    <message>
        <source>我继续自己办</source>
        <translation>Go on by myself</translation>
    </message>
    <message>
        <source>走不开？请旁边的人叫一声</source>
        <translation>Cannot leave? Ask someone near you to call</translation>
    </message>
    <message>
        <source>随时有人接，可以一边打一边办</source>
        <translation>Answered at any time. Call while you go on.</translation>
    </message>
</context>
<context>
    <name>HelpSteps</name>
    <message>
        <source>正在叫人</source>
        <translation>Calling for help</translation>
    </message>
    <message>
        <source>%1，好了</source>
        <translation>%1, done</translation>
    </message>
    <message>
        <source>%1，还没有</source>
        <translation>%1, not yet</translation>
    </message>
</context>
<context>
    <name>HitRow</name>
    <message>
        <source>%1 件事一起办，取一个号</source>
        <translation>%1 things, one number</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>您好！</source>
        <translation>Hello!</translation>
    </message>
    <message>
        <source>今天想办什么事？</source>
        <translation>Your visit today</translation>
    </message>
    <message>
        <source>现在是休息时间</source>
        <translation>Closed just now</translation>
    </message>
    <message>
        <source>想办什么事？</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>取号办事</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>港澳居民</source>
        <translation>Hong Kong &amp; Macau</translation>
    </message>
</context>
<context>
    <name>IdleScreen</name>
    <message>
        <source>现在是休息时间</source>
        <translation>Closed just now</translation>
    </message>
    <message>
        <source>点一下，开始</source>
        <translation>Touch to start</translation>
    </message>
    <message>
        <source>点一下，开始 · %1–%2 办公</source>
        <translation>Touch to start · open %1–%2</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>带：%1 等 %2 样</source>
        <translation>Bring %1 and more (%2 in all)</translation>
    </message>
    <message>
        <source>带：%1</source>
        <translation>Bring %1</translation>
    </message>
    <message>
        <source>港澳通行证 ✓</source>
        <translation>Home Return Permit ✓</translation>
    </message>
    <message>
        <source>港澳证件不行，点开看为什么</source>
        <translation>Not with these papers: see why</translation>
    </message>
    <message>
        <source>今天可能办不到</source>
        <translation>May not be served today</translation>
    </message>
    <message>
        <source>%1 件事一起办，取一个号</source>
        <translation>%1 things, one number</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>谁替谁办，两个人的名字</source>
        <translation>Who acts for whom: both names</translation>
    </message>
    <message>
        <source>办什么事，能办到哪一步</source>
        <translation>What for, and how far it goes</translation>
    </message>
    <message>
        <source>从哪天起，到哪天止</source>
        <translation>From which day, until when</translation>
    </message>
    <message>
        <source>委托人亲笔签名或盖章</source>
        <translation>Signed or sealed by that person</translation>
    </message>
    <message>
        <source>委托书看得清</source>
        <translation>The letter is clear</translation>
    </message>
    <message>
        <source>委托书有看不清的</source>
        <translation>Part of the letter is unclear</translation>
    </message>
    <message>
        <source>先看看委托书？</source>
        <translation>Check the letter first?</translation>
    </message>
    <message>
        <source>委托书带到窗口</source>
        <translation>Bring the letter to the counter</translation>
    </message>
    <message>
        <source>这里看完就清，原件交窗口</source>
        <translation>Nothing is kept here. Hand the paper in at the counter</translation>
    </message>
    <message>
        <source>这台机器不能扫，有这四样就行</source>
        <translation>No scanner here. These four are enough</translation>
    </message>
    <message>
        <source>扫了 %1 页，都清楚</source>
        <translation>%1 scanned, all clear</translation>
    </message>
    <message>
        <source>扫了 %1 页，%2 页看不清</source>
        <translation>%1 scanned, %2 unclear</translation>
    </message>
    <message>
        <source>再看一看</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>放上去看</source>
        <translation>Scan it</translation>
    </message>
    <message>
        <source>接着取号</source>
        <translation>Take a number</translation>
    </message>
</context>
<context>
    <name>LinkPage</name>
    <message>
        <source>请用手机扫</source>
        <translation>Scan with your phone</translation>
    </message>
    <message>
        <source>在手机上打开，这里不用等</source>
        <translation>It opens on your phone</translation>
    </message>
    <message>
        <source>网址的二维码</source>
        <translation>Code of the address</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>网上办</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>中介服务</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>这里没有，可以问服务台</source>
        <translation>Nothing here. Ask at the desk</translation>
    </message>
    <message>
        <source>现在查不到，可以问服务台</source>
        <translation>Not available now. Ask at the desk</translation>
    </message>
    <message>
        <source>暂时没网，可以问服务台</source>
        <translation>No network. Ask at the desk</translation>
    </message>
    <message>
        <source>带走网址，回去再办</source>
        <translation>Take the address with you</translation>
    </message>
    <message>
        <source>找哪家您自己定，次序随机</source>
        <translation>You choose. The order is random</translation>
    </message>
    <message>
        <source>点一个，用手机扫码</source>
        <translation>Touch one and scan it with your phone</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>LogLine</name>
    <message>
        <source>断开的一行</source>
        <translation>a torn line</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>找“%1”：%2 条</source>
        <translation>“%1”: %2 found</translation>
    </message>
    <message>
        <source>新的在前，%1 条</source>
        <translation>newest first, %1 in all</translation>
    </message>
    <message>
        <source>这里一条也没有</source>
        <translation>nothing here</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>正在读…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>换个字再找，或点“全部”</source>
        <translation>Find something else, or touch All</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>找字</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>存到 U 盘</source>
        <translation>To USB stick</translation>
    </message>
</context>
<context>
    <name>LogSearchPage</name>
    <message>
        <source>找什么字？</source>
        <translation>Find what?</translation>
    </message>
    <message>
        <source>字母和数字，大小写一样</source>
        <translation>letters and digits, large or small</translation>
    </message>
    <message>
        <source>还没输</source>
        <translation>nothing typed</translation>
    </message>
    <message>
        <source>不输就看全部</source>
        <translation>nothing typed: everything is shown</translation>
    </message>
    <message>
        <source>找到 %1 条</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>没找到</source>
        <translation>nothing found</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>LogStickPage</name>
    <message>
        <source>存在 U 盘上，可以拔了</source>
        <translation>it is on the stick, which may be pulled out</translation>
    </message>
    <message>
        <source>在电脑上打这几个字打开，再输口令</source>
        <translation>type this on a computer, then the passphrase</translation>
    </message>
    <message>
        <source>插上 U 盘</source>
        <translation>Plug in a USB stick</translation>
    </message>
    <message>
        <source>系统挂上它，才看得见</source>
        <translation>it is seen once the system has mounted it</translation>
    </message>
    <message>
        <source>加密以后写上去</source>
        <translation>It is written encrypted</translation>
    </message>
    <message>
        <source>号码和姓名已经遮住</source>
        <translation>numbers and names are masked already</translation>
    </message>
    <message>
        <source>抄下口令</source>
        <translation>Copy the passphrase</translation>
    </message>
    <message>
        <source>只显示一次，没有它谁也打不开</source>
        <translation>shown once; without it nobody opens the file</translation>
    </message>
    <message>
        <source>存好了，抄下口令</source>
        <translation>Saved: copy this down</translation>
    </message>
    <message>
        <source>没存上</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>日志存到 U 盘</source>
        <translation>The log, to a stick</translation>
    </message>
    <message>
        <source>只显示这一次，五分钟没人碰就没了</source>
        <translation>shown this once; gone after five minutes untouched</translation>
    </message>
    <message>
        <source>正在加密、写盘…</source>
        <translation>Encrypting and writing…</translation>
    </message>
    <message>
        <source>抄好了</source>
        <translation>I have it</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>正在存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>加密，存上去</source>
        <translation>Encrypt and save</translation>
    </message>
</context>
<context>
    <name>LookStrip</name>
    <message>
        <source>正在查电子证照…</source>
        <translation>Looking for your digital documents…</translation>
    </message>
    <message>
        <source>还在查，您可以先取号</source>
        <translation>Still looking. You can take a number</translation>
    </message>
    <message>
        <source>查到了，%1 样不用带</source>
        <translation>Found: %1 you need not bring</translation>
    </message>
    <message>
        <source>没查到能用的，请照单子带</source>
        <translation>None found. Please bring what is listed</translation>
    </message>
    <message>
        <source>现在查不了，请照单子带</source>
        <translation>Cannot look now. Please bring what is listed</translation>
    </message>
    <message>
        <source>没有查，请照单子带</source>
        <translation>Not looked up. Please bring what is listed</translation>
    </message>
</context>
<context>
    <name>MachineStrip</name>
    <message>
        <source>读卡器现在用不了</source>
        <translation>The card reader is out of use</translation>
    </message>
    <message>
        <source>现在打不了小票</source>
        <translation>No slips just now</translation>
    </message>
    <message>
        <source>不带证也能取号，按「取号办事」</source>
        <translation>No card needed: touch Take a number</translation>
    </message>
    <message>
        <source>号显示在屏幕上，记下就行</source>
        <translation>Your number is shown here: note it down</translation>
    </message>
</context>
<context>
    <name>MaterialTag</name>
    <message>
        <source>可以后补</source>
        <translation>Can follow later</translation>
    </message>
    <message>
        <source>先取号，再回去拿</source>
        <translation>Fetch it afterwards</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>还想办什么事？</source>
        <translation>What else?</translation>
    </message>
    <message>
        <source>点一个</source>
        <translation>Touch one</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>OutOfServicePage</name>
    <message>
        <source>这台机器暂停服务</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>换一台机器，或到服务台</source>
        <translation>Use another machine or the service desk</translation>
    </message>
    <message>
        <source>服务台可以马上给您取号</source>
        <translation>The service desk gives you a number at once</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>PaperOutPage</name>
    <message>
        <source>请记下您的号</source>
        <translation>Note your number</translation>
    </message>
    <message>
        <source>按了「记下了」，号就和小票一样有用</source>
        <translation>Touch Noted: the number is then as good as a slip</translation>
    </message>
    <message>
        <source>号给您留着</source>
        <translation>Number kept</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>记下了</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>%1 秒内没按，这个号就不作数了</source>
        <translation>If not touched in %1 s, the number is cancelled</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>请输证件号码</source>
        <extracomment>what is typed at a pad: the question, and the line below it</extracomment>
        <translation>Type your ID number</translation>
    </message>
    <message>
        <source>请输对方的证件号码</source>
        <translation>Type their ID number</translation>
    </message>
    <message>
        <source>请输统一社会信用代码</source>
        <translation>Type the social credit code</translation>
    </message>
    <message>
        <source>通行证、护照请按「有字母」</source>
        <translation>Permit or passport: touch With letters</translation>
    </message>
    <message>
        <source>18 位，在营业执照上</source>
        <translation>18 places, on the business licence</translation>
    </message>
    <message>
        <source>65 岁优先</source>
        <translation>Age 65+</translation>
    </message>
    <message>
        <source>需要优先</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>说粤语</source>
        <translation>Cantonese</translation>
    </message>
    <message>
        <source>坐轮椅</source>
        <translation>Wheelchair</translation>
    </message>
    <message>
        <source>我是监护人</source>
        <extracomment>by what right somebody comes for another, the line below it, and why an item does not take it</extracomment>
        <translation>I am a guardian</translation>
    </message>
    <message>
        <source>我是近亲属</source>
        <translation>I am a relative</translation>
    </message>
    <message>
        <source>受人委托</source>
        <translation>I am authorised</translation>
    </message>
    <message>
        <source>替公司办</source>
        <translation>For a company</translation>
    </message>
    <message>
        <source>替孩子，或自己办不了的人</source>
        <translation>For a child, or someone who needs you</translation>
    </message>
    <message>
        <source>父母、子女、夫妻、兄弟姐妹</source>
        <translation>Parent, child, spouse, brother, sister</translation>
    </message>
    <message>
        <source>要带委托书</source>
        <translation>Bring a letter of authority</translation>
    </message>
    <message>
        <source>要统一社会信用代码</source>
        <translation>Needs the social credit code</translation>
    </message>
    <message>
        <source>这件事要本人办</source>
        <translation>They must come in person</translation>
    </message>
    <message>
        <source>这件事只能监护人代办</source>
        <translation>Only a guardian can do this</translation>
    </message>
    <message>
        <source>这件事只能近亲属代办</source>
        <translation>Only close family can do this</translation>
    </message>
    <message>
        <source>正在打小票</source>
        <extracomment>a number that is held already, by MineStep; what is not here: 您已经有号</extracomment>
        <translation>Printing your slip</translation>
    </message>
    <message>
        <source>小票打好了</source>
        <translation>Slip printed</translation>
    </message>
    <message>
        <source>请记下您的号</source>
        <translation>Note your number</translation>
    </message>
    <message>
        <source>真的不要这个号了？</source>
        <translation>Really cancel this number?</translation>
    </message>
    <message>
        <source>请稍等</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>这个号不要了</source>
        <translation>Number cancelled</translation>
    </message>
    <message>
        <source>号还留着</source>
        <translation>Number still kept</translation>
    </message>
    <message>
        <source>请从出票口取走</source>
        <translation>Take it from the slot</translation>
    </message>
    <message>
        <source>小票没打出来，号一样有效</source>
        <translation>No slip, but the number is just as good</translation>
    </message>
    <message>
        <source>不要了就得重新排队</source>
        <translation>If you cancel, you queue again</translation>
    </message>
    <message>
        <source>谢谢您告诉我们，后面的人少等了</source>
        <translation>Thank you. Others now wait less.</translation>
    </message>
    <message>
        <source>现在退不了，请到服务台说一声</source>
        <translation>Cannot be cancelled here. Tell the service desk.</translation>
    </message>
    <message>
        <source>这件事在户籍所在地办</source>
        <extracomment>why another hall does it, by ReferralReason</extracomment>
        <translation>Done where you are registered</translation>
    </message>
    <message>
        <source>这件事只给本市户籍办</source>
        <translation>Only for people registered in this city</translation>
    </message>
    <message>
        <source>这件事只给本省户籍办</source>
        <translation>Only for people registered in this province</translation>
    </message>
    <message>
        <source>这个大厅不办这件事</source>
        <translation>This hall does not do this</translation>
    </message>
    <message>
        <source>内地</source>
        <extracomment>where a telephone number was given, by its country code; and one that no mobile number there begins like</extracomment>
        <translation>Mainland</translation>
    </message>
    <message>
        <source>香港</source>
        <translation>Hong Kong</translation>
    </message>
    <message>
        <source>澳门</source>
        <translation>Macau</translation>
    </message>
    <message>
        <source>台湾</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>内地手机号 1 开头，请看一看</source>
        <translation>Mainland mobiles begin with 1</translation>
    </message>
    <message>
        <source>香港手机号 4 到 9 开头，请看一看</source>
        <translation>Hong Kong mobiles begin with 4 to 9</translation>
    </message>
    <message>
        <source>澳门手机号 6 开头，请看一看</source>
        <translation>Macau mobiles begin with 6</translation>
    </message>
    <message>
        <source>台湾手机号 09 开头，请看一看</source>
        <translation>Taiwan mobiles begin with 09</translation>
    </message>
    <message>
        <source>港澳居民来往内地通行证</source>
        <extracomment>documents, by what their numbers look like</extracomment>
        <translation>Mainland Travel Permit (HK, Macao)</translation>
    </message>
    <message>
        <source>台湾居民来往大陆通行证</source>
        <translation>Mainland Travel Permit (Taiwan)</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreign Permanent Resident ID Card</translation>
    </message>
    <message>
        <source>往来港澳通行证</source>
        <translation>Permit to Hong Kong and Macao</translation>
    </message>
    <message>
        <source>护照</source>
        <translation>Passport</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>替「%1」办</source>
        <translation>For %1</translation>
    </message>
    <message>
        <source>替 %1 办</source>
        <translation>For %1</translation>
    </message>
    <message>
        <source>替别人办，到窗口出示对方的证</source>
        <translation>Show their ID at the counter</translation>
    </message>
    <message>
        <source>不记名取号</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>亮码取号</source>
        <translation>Known by your code</translation>
    </message>
    <message>
        <source>码认到了，不含姓名</source>
        <translation>It holds no name</translation>
    </message>
    <message>
        <source>证件尾号 %1</source>
        <translation>Document ends in %1</translation>
    </message>
    <message>
        <source>没有读证，到窗口再出示</source>
        <translation>Show ID at the counter</translation>
    </message>
    <message>
        <source>读卡器用不了，到窗口出示证件</source>
        <translation>Card reader is down: show ID at the counter</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>还差 %1 位</source>
        <translation>%1 to go</translation>
    </message>
    <message>
        <source>只说排到哪了，办完就删掉</source>
        <translation>About your turn only, then erased</translation>
    </message>
    <message>
        <source>发短信到哪个手机？</source>
        <translation>Which phone to text?</translation>
    </message>
    <message>
        <source>短信发到这里</source>
        <translation>We will text this phone</translation>
    </message>
    <message>
        <source>现在发不了短信</source>
        <translation>No texts right now</translation>
    </message>
    <message>
        <source>您的、家里人的都行；不留也一样办</source>
        <translation>Yours or your family&apos;s; you need not</translation>
    </message>
    <message>
        <source>快到您、叫到您，都会说一声</source>
        <translation>Before your turn, and when it comes</translation>
    </message>
    <message>
        <source>连不上大厅，号不受影响</source>
        <translation>The hall cannot be reached; your number is safe</translation>
    </message>
    <message>
        <source>已经输了 %1 位</source>
        <translation>%1 digits entered</translation>
    </message>
    <message>
        <source>叫到您时，看墙上的大屏，也会报号</source>
        <translation>Watch the big screen; numbers are called out too</translation>
    </message>
    <message>
        <source>要走开？先跟服务台说一声</source>
        <translation>Leaving for a while? Tell the service desk</translation>
    </message>
    <message>
        <source>不用短信</source>
        <translation>No texts</translation>
    </message>
    <message>
        <source>好，返回</source>
        <translation>OK, back</translation>
    </message>
    <message>
        <source>就发这个号</source>
        <translation>Text this one</translation>
    </message>
    <message>
        <source>换一个号</source>
        <translation>Another phone</translation>
    </message>
    <message>
        <source>不用发了</source>
        <translation>No more texts</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message numerus="yes">
        <source>%n 个窗口在办</source>
        <translation>
            <numerusform>%n counter open</numerusform>
            <numerusform>%n counters open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>%1（用于 %2 项）</source>
        <translation>%1 (for %2)</translation>
    </message>
    <message>
        <source>什么都不用带</source>
        <translation>Nothing to bring</translation>
    </message>
    <message>
        <source>带 %1 样：%2 等</source>
        <translation>Bring %1: %2 …</translation>
    </message>
    <message>
        <source>带 %1 样：%2</source>
        <translation>Bring %1: %2</translation>
    </message>
    <message>
        <source>%1 号窗口，一次办完</source>
        <translation>Counter %1, all in one go</translation>
    </message>
    <message>
        <source>要去 %1 个窗口：%2 号</source>
        <translation>%1 counters: %2</translation>
    </message>
    <message>
        <source>现在没开窗口</source>
        <translation>No counter open now</translation>
    </message>
    <message>
        <source>一个号办 %1 件</source>
        <translation>%1 things, one number</translation>
    </message>
    <message>
        <source>就办这一件</source>
        <translation>Just this one</translation>
    </message>
    <message>
        <source>还有别的事，再加一件</source>
        <translation>Anything else? Add it here</translation>
    </message>
    <message>
        <source>正在算在哪办、要多久</source>
        <translation>Working out where and how long</translation>
    </message>
    <message>
        <source>全程约 %1–%2 分钟</source>
        <translation>About %1–%2 minutes in all</translation>
    </message>
    <message>
        <source>在哪办、要多久，到窗口告诉您</source>
        <translation>The counter will tell you where to go</translation>
    </message>
    <message>
        <source>暂时没网：号排在“%1”，别的到窗口接着办</source>
        <translation>No network: you queue for “%1”, the rest at the counter</translation>
    </message>
    <message>
        <source>暂时没网：号排在第一件，别的到窗口接着办</source>
        <translation>No network: you queue for the first matter, the rest at the counter</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>加一件</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>再加一件</source>
        <translation>Add another</translation>
    </message>
    <message>
        <source>取一个号</source>
        <translation>Get one number</translation>
    </message>
    <message>
        <source>清单的二维码，用手机打开</source>
        <translation>QR code of the list, for your phone</translation>
    </message>
    <message>
        <source>手机扫一扫，带走这张清单</source>
        <translation>Scan it to take this list along</translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>现在没开窗口</source>
        <translation>No counter open now</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>拿掉 %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>拿掉</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>PrecheckPage</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>要 %1 样，%2 样不用您带</source>
        <translation>%2 of %1 need not be brought</translation>
    </message>
    <message>
        <source>没带齐也能取号</source>
        <translation>You can still take a number</translation>
    </message>
    <message>
        <source>只需带 %1 样</source>
        <translation>Only %1 to bring</translation>
    </message>
    <message>
        <source>什么都不用带</source>
        <translation>Nothing to bring</translation>
    </message>
    <message>
        <source>缺的这样补</source>
        <translation>How to get what is missing</translation>
    </message>
    <message>
        <source>系统里的材料，窗口问过您才查</source>
        <translation>Records are looked up after the counter asks you</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>没带齐</source>
        <translation>Some missing</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>接着取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>带了</source>
        <translation>I have all</translation>
    </message>
    <message>
        <source>带了，接着取号</source>
        <translation>I have all, go on</translation>
    </message>
    <message>
        <source>查电子证照，少带几样</source>
        <translation>Look up, bring less</translation>
    </message>
    <message>
        <source>有电子证照？查一查，少带几样</source>
        <translation>Digital documents? Look up and bring less</translation>
    </message>
</context>
<context>
    <name>PrincipalPage</name>
    <message>
        <source>请放对方的身份证</source>
        <translation>Their ID card, please</translation>
    </message>
    <message>
        <source>这是您自己的证，请换对方的</source>
        <translation>That is your own card. Please use theirs.</translation>
    </message>
    <message>
        <source>没带也能办，到窗口再出示</source>
        <translation>Not with you? Show it at the counter</translation>
    </message>
    <message>
        <source>读卡器现在用不了</source>
        <translation>The card reader is out of use</translation>
    </message>
    <message>
        <source>输号码</source>
        <translation>Type ID number</translation>
    </message>
    <message>
        <source>没带他的证</source>
        <translation>Not with me</translation>
    </message>
</context>
<context>
    <name>PrintStrip</name>
    <message>
        <source>正在打印，出来 %1 张</source>
        <translation>Printing, %1 out</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>打好了，请取走</source>
        <translation>Printed. Please take it.</translation>
    </message>
    <message>
        <source>请叫人来看一下打印机</source>
        <translation>Ask staff to see to the printer</translation>
    </message>
    <message>
        <source>这次作废，出来的纸请交给工作人员</source>
        <translation>This print is void. Give the paper to staff.</translation>
    </message>
    <message>
        <source>这次作废，没有打出来</source>
        <translation>This print is void. Nothing came out.</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>正在取号…</source>
        <translation>Getting a number…</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>请稍等，不用按什么</source>
        <translation>Please wait, nothing to touch</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>放身份证</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking it up…</translation>
    </message>
    <message>
        <source>查进度</source>
        <translation>Track a case</translation>
    </message>
    <message>
        <source>还在查，请稍等</source>
        <translation>Still looking, please wait</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>三个办法，用哪个都行</source>
        <translation>Use any of these three ways</translation>
    </message>
    <message>
        <source>居住证、永居证也行，查您自己办的事</source>
        <translation>Residence and PR cards too; your own cases</translation>
    </message>
    <message>
        <source>号票的码对准扫码口</source>
        <translation>Hold your slip&apos;s code to the scanner</translation>
    </message>
    <message>
        <source>只查那一件事</source>
        <translation>That case only</translation>
    </message>
    <message>
        <source>输受理编号</source>
        <translation>Type case number</translation>
    </message>
    <message>
        <source>在受理回执上</source>
        <translation>On your receipt</translation>
    </message>
</context>
<context>
    <name>RatingChoice</name>
    <message>
        <source>%1 颗星</source>
        <translation>Stars: %1</translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>不选就是没评，%1 秒后结束</source>
        <translation>No choice, no rating. Ends in %1 s.</translation>
    </message>
    <message>
        <source>说说哪里不好</source>
        <translation>Say what was wrong</translation>
    </message>
    <message>
        <source>不评了，直接走</source>
        <translation>Skip and leave</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1 秒后回首页</source>
        <translation>Back to the start in %1 s</translation>
    </message>
</context>
<context>
    <name>ReaderDesk</name>
    <message>
        <source>从左到右：%1</source>
        <translation>From left to right: %1</translation>
    </message>
</context>
<context>
    <name>ReferralPage</name>
    <message>
        <source>去哪办</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>请打热线 %1</source>
        <translation>Call the hotline %1</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>约 %1 公里</source>
        <translation>about %1 km</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>这件事要到别处办</source>
        <translation>This is done elsewhere</translation>
    </message>
    <message>
        <source>引导单打好了，请取走</source>
        <translation>Directions printed. Please take them.</translation>
    </message>
    <message>
        <source>没打出来，请记下地址</source>
        <translation>Not printed. Please note the address.</translation>
    </message>
    <message>
        <source>取号问窗口</source>
        <translation>Ask at a counter</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>打引导单</source>
        <translation>Print directions</translation>
    </message>
    <message>
        <source>我住在本区，在这里办</source>
        <translation>I live here</translation>
    </message>
</context>
<context>
    <name>RelationPage</name>
    <message>
        <source>本人可以视频办</source>
        <translation>They can do it by video</translation>
    </message>
    <message>
        <source>走不开，可以上门办</source>
        <translation>Cannot come? We can visit</translation>
    </message>
    <message>
        <source>您替谁办？</source>
        <translation>Who is this for?</translation>
    </message>
    <message>
        <source>叫人帮我安排</source>
        <translation>Ask staff to help</translation>
    </message>
    <message>
        <source>叫人来问一问</source>
        <translation>Ask staff</translation>
    </message>
    <message>
        <source>打一张单子，照着约</source>
        <translation>A slip that says how to arrange it</translation>
    </message>
    <message>
        <source>单子打好了，请取走</source>
        <translation>The slip is ready; please take it</translation>
    </message>
    <message>
        <source>没打出来，请打 %1 约</source>
        <translation>No slip came; please call %1</translation>
    </message>
</context>
<context>
    <name>RemotePage</name>
    <message>
        <source>这一页的二维码，用手机打开</source>
        <translation>QR code of this page: open it on your phone</translation>
    </message>
    <message>
        <source>视频的二维码，用手机打开</source>
        <translation>Code for video, open it with a phone</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>挂断</source>
        <translation>End talk</translation>
    </message>
    <message>
        <source>不等了</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>看前面的话</source>
        <translation>Earlier words</translation>
    </message>
    <message>
        <source>换一组话</source>
        <translation>Other phrases</translation>
    </message>
    <message>
        <source>不给看</source>
        <translation>No</translation>
    </message>
    <message>
        <source>给他看</source>
        <translation>Yes, show it</translation>
    </message>
    <message>
        <source>现成的话</source>
        <translation>Ready phrases</translation>
    </message>
    <message>
        <source>送出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>打字母、数字</source>
        <translation>Type letters or digits</translation>
    </message>
    <message>
        <source>还没有打字</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>点一句就发过去；想视频，用手机扫码</source>
        <translation>Touch a sentence to send it. For video, scan with your phone</translation>
    </message>
    <message>
        <source>让工作人员看屏幕</source>
        <translation>Show staff my screen</translation>
    </message>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message numerus="yes">
        <source>位</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message>
        <source>大约等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>也可以打</source>
        <translation>Or call</translation>
    </message>
</context>
<context>
    <name>ScreenQuestion</name>
    <message>
        <source>大厅的工作人员会看到您刚才那一页的小图</source>
        <translation>Staff of this hall will see a small picture of the page you were on</translation>
    </message>
    <message>
        <source>姓名、号码和您打的字都遮住，不保存</source>
        <translation>Names, numbers and what you type are covered. Nothing is kept</translation>
    </message>
    <message>
        <source>不想给看了，按“停止共享”，马上就停</source>
        <translation>Press “Stop” at any time and it ends at once</translation>
    </message>
</context>
<context>
    <name>ScreenSlip</name>
    <message>
        <source>这个号的二维码</source>
        <translation>QR code of this number</translation>
    </message>
    <message>
        <source>拍下来最稳当</source>
        <translation>Best take a photo</translation>
    </message>
    <message>
        <source>到窗口给工作人员看照片就行</source>
        <translation>Show the photo at the counter</translation>
    </message>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message numerus="yes">
        <source>人</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message>
        <source>大约要等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分</source>
        <translation>min</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>搜事项</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜拼音首字母</source>
        <translation>Search by initials</translation>
    </message>
    <message>
        <source>搜拼音首字母：社保卡 打</source>
        <translation>Search by initials, such as</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>社保卡，打 SBK</source>
        <translation>Such as SBK for social card</translation>
    </message>
    <message>
        <source>没找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>找到 %1 件</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>搜事项</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>打每个字拼音的第一个字母</source>
        <translation>Type the first letter of each syllable</translation>
    </message>
    <message>
        <source>不清楚？取综合号</source>
        <translation>Not sure? General number</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SelfTestPage</name>
    <message>
        <source>%1 好 · %2 要看 · %3 坏了</source>
        <translation>%1 fine · %2 to see to · %3 broken</translation>
    </message>
    <message>
        <source>自检</source>
        <translation>Self-test</translation>
    </message>
    <message>
        <source>正在看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>锁上</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>%1 后自己锁上</source>
        <translation>locks itself in %1</translation>
    </message>
    <message>
        <source>工具</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>重新看一遍</source>
        <translation>Look again</translation>
    </message>
</context>
<context>
    <name>SelfTestWords</name>
    <message>
        <source>小票打印机</source>
        <translation>Slip printer</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>扫码口</source>
        <translation>Code scanner</translation>
    </message>
    <message>
        <source>材料扫描仪</source>
        <translation>Page scanner</translation>
    </message>
    <message>
        <source>A4 打印机</source>
        <translation>A4 printer</translation>
    </message>
    <message>
        <source>触摸屏</source>
        <translation>Touch panel</translation>
    </message>
    <message>
        <source>喇叭</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>耳机孔</source>
        <translation>Headphones</translation>
    </message>
    <message>
        <source>盲文按键</source>
        <translation>Tactile pad</translation>
    </message>
    <message>
        <source>指示灯</source>
        <translation>Signal lamp</translation>
    </message>
    <message>
        <source>柜门和机身</source>
        <translation>Door, cabinet</translation>
    </message>
    <message>
        <source>硬盘空余</source>
        <translation>Free disk</translation>
    </message>
    <message>
        <source>内存空余</source>
        <translation>Free memory</translation>
    </message>
    <message>
        <source>机箱温度</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>时钟相差</source>
        <translation>Clock off by</translation>
    </message>
    <message>
        <source>证书还有</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>大厅认得</source>
        <translation>Hall&apos;s yes</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>要看</source>
        <translation>look at it</translation>
    </message>
    <message>
        <source>坏了</source>
        <translation>broken</translation>
    </message>
    <message>
        <source>还没看</source>
        <translation>not yet seen</translation>
    </message>
    <message>
        <source>吉</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>兆</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>度</source>
        <translation>°C</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>正在打测试票…</source>
        <extracomment>while a try waits</extracomment>
        <translation>Printing a test slip…</translation>
    </message>
    <message>
        <source>请放一张证件</source>
        <translation>Lay a card</translation>
    </message>
    <message>
        <source>请亮一个码</source>
        <translation>Show a code</translation>
    </message>
    <message>
        <source>请放一页纸</source>
        <translation>Lay a page</translation>
    </message>
    <message>
        <source>请按一个键</source>
        <translation>Press a key</translation>
    </message>
    <message>
        <source>请看灯，一样颜色亮一下</source>
        <translation>Watch the lamp: each colour once</translation>
    </message>
    <message>
        <source>打出来了，清楚吗？</source>
        <extracomment>what came of it</extracomment>
        <translation>It is out: is it sharp?</translation>
    </message>
    <message>
        <source>都亮过了，看到了吗？</source>
        <translation>All were lit: did you see them?</translation>
    </message>
    <message>
        <source>左右都响，%1 分贝</source>
        <translation>Both sides, %1 dB</translation>
    </message>
    <message>
        <source>读到了：%1</source>
        <translation>Read: %1</translation>
    </message>
    <message>
        <source>扫到了，%1 个字节</source>
        <translation>Read, %1 bytes</translation>
    </message>
    <message>
        <source>扫到了一页，没有留下</source>
        <translation>One page, not kept</translation>
    </message>
    <message>
        <source>按到了：%1</source>
        <translation>Felt: %1</translation>
    </message>
    <message>
        <source>平均差 %1 毫米</source>
        <translation>%1 mm off on average</translation>
    </message>
    <message>
        <source>上</source>
        <translation>up</translation>
    </message>
    <message>
        <source>下</source>
        <translation>down</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>back</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>next</translation>
    </message>
    <message>
        <source>选定</source>
        <translation>select</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>help</translation>
    </message>
    <message>
        <source>打印纸用完了</source>
        <translation>Paper is out</translation>
    </message>
    <message>
        <source>网络断了</source>
        <translation>The network is gone</translation>
    </message>
    <message>
        <source>读不到身份证</source>
        <translation>A card is not read</translation>
    </message>
    <message>
        <source>大厅没有回话</source>
        <translation>The hall is silent</translation>
    </message>
    <message>
        <source>左右都响，响度没量</source>
        <translation>Both sides, not measured</translation>
    </message>
    <message>
        <source>15 秒没等到</source>
        <translation>Nothing in 15 seconds</translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>联网后再来</source>
        <translation>When the network is back</translation>
    </message>
    <message>
        <source>开门后再来</source>
        <translation>When the hall is open</translation>
    </message>
    <message>
        <source>本机不能付钱</source>
        <translation>No payment here</translation>
    </message>
    <message>
        <source>本机没有打印机</source>
        <translation>No printer here</translation>
    </message>
    <message>
        <source>打印机现在用不了</source>
        <translation>The printer is out of order</translation>
    </message>
    <message>
        <source>本机不能扫材料</source>
        <translation>No scanner here</translation>
    </message>
    <message>
        <source>扫描仪现在用不了</source>
        <translation>The scanner is out of order</translation>
    </message>
    <message>
        <source>小票现在打不了</source>
        <translation>No slips now</translation>
    </message>
    <message>
        <source>本机没有摄像头</source>
        <translation>No camera here</translation>
    </message>
    <message>
        <source>本机不能刷脸</source>
        <translation>No face check here</translation>
    </message>
    <message>
        <source>读卡器现在用不了</source>
        <translation>The card reader is out of order</translation>
    </message>
    <message>
        <source>本机不能插卡</source>
        <translation>No card slot here</translation>
    </message>
    <message>
        <source>扫码口现在用不了</source>
        <translation>The code scanner is out of order</translation>
    </message>
    <message>
        <source>喇叭现在用不了</source>
        <translation>No sound now</translation>
    </message>
    <message>
        <source>%1窗口</source>
        <translation>counter %1</translation>
    </message>
    <message>
        <source>去%1</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>%1，去%2</source>
        <translation>%1, go to %2</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>您要办哪一件？</source>
        <translation>Which service?</translation>
    </message>
    <message>
        <source>点一下就选好</source>
        <translation>One touch chooses it</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>再加哪一件？</source>
        <translation>Add what?</translation>
    </message>
    <message>
        <source>认出您了，没有到时间的预约</source>
        <translation>We know you. No booking is due now.</translation>
    </message>
    <message>
        <source>查不到预约，先取号一样排</source>
        <translation>Bookings cannot be seen. Take a number instead.</translation>
    </message>
    <message>
        <source>点一下就选好 · %1</source>
        <translation>One touch chooses it · %1</translation>
    </message>
    <message>
        <source>通行证、居住证都行</source>
        <translation>Travel and residence permits are both fine</translation>
    </message>
    <message>
        <source>已经选了 %1 件</source>
        <translation>%1 chosen so far</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>更多类别</source>
        <translation>More kinds</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>搜事项</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>这一类今天不办，可以问服务台</source>
        <translation>Nothing of this kind today. Please ask the desk.</translation>
    </message>
    <message>
        <source>不清楚？取综合号</source>
        <translation>Not sure? General number</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>SettingDiff</name>
    <message>
        <source>从 %1 改成 %2</source>
        <translation>from %1 to %2</translation>
    </message>
</context>
<context>
    <name>SettingFacts</name>
    <message>
        <source>现在：%1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>平常：%1</source>
        <translation>Usual: %1</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>本机编号</source>
        <translation>Machine’s id</translation>
    </message>
    <message>
        <source>本机名字</source>
        <translation>Machine’s name</translation>
    </message>
    <message>
        <source>大厅地址</source>
        <translation>Hall’s address</translation>
    </message>
    <message>
        <source>放在哪里</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>多久没人碰算走了</source>
        <translation>Idle for how long</translation>
    </message>
    <message>
        <source>问“您还在吗”多久</source>
        <translation>Question stands</translation>
    </message>
    <message>
        <source>取号后停多久</source>
        <translation>Number stands</translation>
    </message>
    <message>
        <source>等大厅答复多久</source>
        <translation>Wait for the hall</translation>
    </message>
    <message>
        <source>旁边有工作人员</source>
        <translation>Staff are near</translation>
    </message>
    <message>
        <source>玻璃下沿离地</source>
        <translation>Glass above floor</translation>
    </message>
    <message>
        <source>屏幕对角线</source>
        <translation>Panel diagonal</translation>
    </message>
    <message>
        <source>横放还是竖放</source>
        <translation>Upright or lying</translation>
    </message>
    <message>
        <source>减少动画</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>音量</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>几点起小声</source>
        <translation>Softer from</translation>
    </message>
    <message>
        <source>小声到几点</source>
        <translation>Softer until</translation>
    </message>
    <message>
        <source>小声多少</source>
        <translation>Softer by</translation>
    </message>
    <message>
        <source>这么久没人碰，就问“您还在吗”</source>
        <extracomment>what it does, of those that are changed here</extracomment>
        <translation>Asks “are you still there” when nobody touches for so long</translation>
    </message>
    <message>
        <source>问了没人答，这么久以后清屏</source>
        <translation>Nobody answers for so long: the screen is cleared</translation>
    </message>
    <message>
        <source>取到的号在屏幕上停这么久</source>
        <translation>How long a number stays on the screen</translation>
    </message>
    <message>
        <source>大厅这么久不答，本机自己出号</source>
        <translation>The hall silent for so long: this kiosk gives numbers by itself</translation>
    </message>
    <message>
        <source>附近没有工作人员，就选否</source>
        <translation>No, if nobody of the hall is near</translation>
    </message>
    <message>
        <source>从地面量到玻璃下沿；太高就一直往下移</source>
        <translation>Measured from the floor; too high, and pages stay low</translation>
    </message>
    <message>
        <source>换页不滑动，图标不跳</source>
        <translation>Pages do not slide, symbols stand still</translation>
    </message>
    <message>
        <source>喇叭一共五档</source>
        <translation>The loudspeaker has five steps</translation>
    </message>
    <message>
        <source>从这个点起喇叭小声；和“小声到几点”一样，就是不小声</source>
        <translation>Softer from this time on; the same as “Softer until” means never</translation>
    </message>
    <message>
        <source>到这个点恢复；耳机不受影响</source>
        <translation>Until this time; headphones stay as they are</translation>
    </message>
    <message>
        <source>小声的时候低多少</source>
        <translation>By how much it is softer</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
    <message>
        <source>毫米</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>英寸</source>
        <translation>in</translation>
    </message>
    <message>
        <source>分贝</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>本机文件改过</source>
        <extracomment>who set it</extracomment>
        <translation>by its own file</translation>
    </message>
    <message>
        <source>大厅设的</source>
        <translation>by the hall</translation>
    </message>
    <message>
        <source>在这里改过</source>
        <translation>changed here</translation>
    </message>
    <message>
        <source>这里改不了，用命令看：kapok config show</source>
        <translation>Not from here; by command: kapok config show</translation>
    </message>
    <message>
        <source>本机的设置文件读不了，用命令查：kapok config check</source>
        <translation>The file of this machine cannot be read; by command: kapok config check</translation>
    </message>
    <message>
        <source>没有可以退回的</source>
        <translation>There is nothing to go back to</translation>
    </message>
    <message>
        <source>写不下来，看看硬盘</source>
        <translation>It cannot be written: look at the disk</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>四位数字，22:00 就按 2200</source>
        <translation>Four digits: 2200 for 22:00</translation>
    </message>
    <message>
        <source>%1 到 %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>不超过 %1</source>
        <translation>at most %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>不能是这个值</source>
        <translation>Not this value</translation>
    </message>
    <message>
        <source>存好了，锁上以后自己重启，就算数</source>
        <translation>Kept: once you lock, it starts again by itself, and it holds</translation>
    </message>
    <message>
        <source>存好了，下次启动就算数</source>
        <translation>Kept: it holds from the next start on</translation>
    </message>
    <message>
        <source>配置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>改成这样？</source>
        <translation>Change it so?</translation>
    </message>
    <message>
        <source>正在看…</source>
        <translation>Looking…</translation>
    </message>
    <message numerus="yes">
        <source>%n 项和平常不一样</source>
        <translation>
            <numerusform>%n setting differs from the usual</numerusform>
            <numerusform>%n settings differ from the usual</numerusform>
        </translation>
    </message>
    <message>
        <source>%1，这里只看</source>
        <translation>%1, only to be read here</translation>
    </message>
    <message>
        <source>想知道是什么，用命令看：kapok config explain %1</source>
        <translation>What it means, by command: kapok config explain %1</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>退回上次改的</source>
        <translation>Undo the last change</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>chosen</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>第 %1 步，共 %2 步</source>
        <translation>Step %1 of %2</translation>
    </message>
</context>
<context>
    <name>SetupBoxes</name>
    <message>
        <source>正在找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>没有找到。插好线，再找一遍；这一步也可以先过。</source>
        <translation>None found. Plug it in and look again; you may also go on.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>第 %1 步，共 %2 步。%3</source>
        <translation>Step %1 of %2. %3</translation>
    </message>
    <message>
        <source>交付单校验码的二维码</source>
        <translation>QR code of the certificate&apos;s checksum</translation>
    </message>
    <message>
        <source>还没输</source>
        <translation>Nothing typed yet</translation>
    </message>
</context>
<context>
    <name>SetupRuler</name>
    <message>
        <source>拿尺量：这条线应该是 100 毫米</source>
        <translation>Measure: this line should be 100 mm long</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>装机向导：选文字</source>
        <translation>Set-up: language</translation>
    </message>
    <message>
        <source>接上大厅</source>
        <translation>Connect to the hall</translation>
    </message>
    <message>
        <source>登记到大厅</source>
        <translation>Enrol at the hall</translation>
    </message>
    <message>
        <source>量一量屏幕</source>
        <translation>Measure the screen</translation>
    </message>
    <message>
        <source>每样试一下</source>
        <translation>Try each box</translation>
    </message>
    <message>
        <source>听一听</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>打一张试票</source>
        <translation>Print a test slip</translation>
    </message>
    <message>
        <source>写交付单</source>
        <translation>Write the certificate</translation>
    </message>
    <message>
        <source>装好了</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>来办事的人随时可以另选</source>
        <translation>Visitors can choose another any time</translation>
    </message>
    <message>
        <source>填大厅服务器的地址</source>
        <translation>Type the address of the hall&apos;s server</translation>
    </message>
    <message>
        <source>请管理员在「设备」页给一个码</source>
        <translation>Ask the administrator for a code</translation>
    </message>
    <message>
        <source>尺寸和高度决定按钮放在哪</source>
        <translation>Size and height decide where buttons stand</translation>
    </message>
    <message>
        <source>点一个，试一个</source>
        <translation>Touch one, try it</translation>
    </message>
    <message>
        <source>不排队，也不叫号</source>
        <translation>It joins no queue and is never called</translation>
    </message>
    <message>
        <source>配置和交付单一起写好</source>
        <translation>Settings and certificate are written together</translation>
    </message>
    <message>
        <source>点「完成」，这台机器就是取号机了</source>
        <translation>Touch Finish: this machine is a kiosk then</translation>
    </message>
    <message>
        <source>大厅的地址</source>
        <extracomment>above the pad</extracomment>
        <translation>Address of the hall</translation>
    </message>
    <message>
        <source>登记码，八位</source>
        <translation>Code, eight characters</translation>
    </message>
    <message>
        <source>屏幕对角线几英寸？</source>
        <translation>Diagonal of the screen, in inches?</translation>
    </message>
    <message>
        <source>玻璃下沿离地多高？</source>
        <translation>Lower edge of the glass above the floor?</translation>
    </message>
    <message>
        <source>例：10.0.0.5，不写端口就是 8080</source>
        <translation>Such as 10.0.0.5; without a port: 8080</translation>
    </message>
    <message>
        <source>十分钟内有效，只能用一次</source>
        <translation>Good for ten minutes, once only</translation>
    </message>
    <message>
        <source>7 到 65，可以带小数</source>
        <translation>7 to 65, decimals allowed</translation>
    </message>
    <message>
        <source>毫米，300 到 1400</source>
        <translation>Millimetres, 300 to 1400</translation>
    </message>
    <message>
        <source>普通话</source>
        <translation>Mandarin</translation>
    </message>
    <message>
        <source>粤语</source>
        <translation>Cantonese</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>大厅地址</source>
        <translation>Address of the hall</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>网卡</source>
        <translation>Network card</translation>
    </message>
    <message>
        <source>管理员按「给登记码」，把八位码告诉您</source>
        <translation>The administrator makes a code and tells you its eight characters</translation>
    </message>
    <message>
        <source>接着两边对指纹，一样才批准</source>
        <translation>Then both sides compare the fingerprint</translation>
    </message>
    <message>
        <source>这台机器</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>屏幕对角线</source>
        <translation>Diagonal</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>玻璃下沿离地</source>
        <translation>Glass height</translation>
    </message>
    <message>
        <source>最小的按钮</source>
        <translation>Smallest button</translation>
    </message>
    <message>
        <source>手够得着：按钮都在</source>
        <translation>Within reach: every button is</translation>
    </message>
    <message>
        <source>装得高，一直用「往下移」：按钮都在</source>
        <translation>Hung high, always lowered: every button is</translation>
    </message>
    <message>
        <source>站在一米外听，再选听到了什么</source>
        <translation>Stand a metre away; then say what you heard</translation>
    </message>
    <message>
        <source>喇叭</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>试票</source>
        <translation>Test slip</translation>
    </message>
    <message>
        <source>写这台机器的配置文件</source>
        <translation>Write this machine&apos;s settings</translation>
    </message>
    <message>
        <source>交付单</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>插着 U 盘的话，再抄一份过去</source>
        <translation>Copy it to a USB stick that is plugged in</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>抄到</source>
        <translation>Copied to</translation>
    </message>
    <message>
        <source>没有插 U 盘，只存在本机</source>
        <translation>No USB stick: kept on this machine only</translation>
    </message>
    <message>
        <source>员工和技术员的密码还没设：kapok kiosk pin</source>
        <translation>No PIN for staff and technician yet: kapok kiosk pin</translation>
    </message>
    <message>
        <source>这个数不对，请看上面的范围</source>
        <translation>This number cannot be: see the range above</translation>
    </message>
    <message>
        <source>这不像地址，例：10.0.0.5:8080</source>
        <translation>This is no address; such as 10.0.0.5:8080</translation>
    </message>
    <message>
        <source>码不对、过了十分钟或用过了，请管理员再给一个</source>
        <translation>Wrong, older than ten minutes, or used: ask for another code</translation>
    </message>
    <message>
        <source>大厅没有批准这台机器，请管理员再给一个码</source>
        <translation>The hall did not let it in: ask for another code</translation>
    </message>
    <message>
        <source>还没有人核对指纹，请管理员打开「设备」页，再输一次码</source>
        <translation>Nobody has compared yet: ask the administrator, then type the code again</translation>
    </message>
    <message>
        <source>试错太多次，请等十分钟</source>
        <translation>Too many wrong tries: wait ten minutes</translation>
    </message>
    <message>
        <source>大厅没有回话：看网线和地址，再来一次</source>
        <translation>The hall does not answer: check cable and address, try again</translation>
    </message>
    <message>
        <source>没有写成，原来的文件没有动</source>
        <translation>Not written; what was there before is unchanged</translation>
    </message>
    <message>
        <source>没有成功，请把下面的话告诉管理员</source>
        <translation>It failed; tell the administrator what stands here</translation>
    </message>
    <message>
        <source>看机器带的《装一台自助机》，或者问大厅的管理员</source>
        <translation>See the guide “A kiosk, from the box to the first ticket”, or ask the administrator</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>请稍等…</source>
        <translation>Please wait…</translation>
    </message>
    <message>
        <source>等大厅批准…</source>
        <translation>Waiting for approval…</translation>
    </message>
    <message>
        <source>填大厅地址</source>
        <translation>Type the address</translation>
    </message>
    <message>
        <source>试一下连接</source>
        <translation>Try the connection</translation>
    </message>
    <message>
        <source>输登记码</source>
        <translation>Type the code</translation>
    </message>
    <message>
        <source>打试票</source>
        <translation>Print it</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>再找一遍</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>再打一张</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>先不打</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>再写一遍</source>
        <translation>Write again</translation>
    </message>
    <message>
        <source>没有设：timedatectl</source>
        <translation>not set: timedatectl</translation>
    </message>
    <message>
        <source>%1，在系统里设</source>
        <translation>%1, set in the system</translation>
    </message>
    <message>
        <source>%1 英寸</source>
        <translation>%1 inches</translation>
    </message>
    <message>
        <source>横着</source>
        <translation>lying</translation>
    </message>
    <message>
        <source>竖着</source>
        <translation>upright</translation>
    </message>
    <message>
        <source>%1 毫米</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 毫米以下</source>
        <translation>below %1 mm</translation>
    </message>
    <message>
        <source>还没填</source>
        <translation>not typed yet</translation>
    </message>
    <message>
        <source>打出来了：清楚吗？切断了吗？</source>
        <translation>It came out: sharp? cut?</translation>
    </message>
    <message>
        <source>上面写明不是号票</source>
        <translation>it says that it is no ticket</translation>
    </message>
</context>
<context>
    <name>ShareMark</name>
    <message>
        <source>正在给工作人员看</source>
        <translation>Staff see this</translation>
    </message>
</context>
<context>
    <name>SituationPage</name>
    <message>
        <source>第 %1 问，共 %2 问</source>
        <translation>question %1 of %2</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>SlipPlace</name>
    <message>
        <source>小票从左下方出来，请拿好</source>
        <translation>Your slip comes out below, left</translation>
    </message>
    <message>
        <source>小票从正下方出来，请拿好</source>
        <translation>Your slip comes out below</translation>
    </message>
    <message>
        <source>小票从右下方出来，请拿好</source>
        <translation>Your slip comes out below, right</translation>
    </message>
</context>
<context>
    <name>SoundRows</name>
    <message>
        <source>刚响过</source>
        <translation>has just sounded</translation>
    </message>
    <message>
        <source>小声一点</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>音量 %1 / 5</source>
        <translation>Volume %1 / 5</translation>
    </message>
    <message>
        <source>大声一点</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>分贝</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>%1 分贝</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>chosen</translation>
    </message>
</context>
<context>
    <name>SoundsPage</name>
    <message>
        <source>喇叭</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>站在一米外听，用声级计量</source>
        <translation>Stand a metre away; measure with a sound meter</translation>
    </message>
    <message>
        <source>先选听到了什么</source>
        <translation>First say what you heard</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Note it</translation>
    </message>
</context>
<context>
    <name>StaffFindPage</name>
    <message>
        <source>看哪个号？</source>
        <translation>Which number?</translation>
    </message>
    <message>
        <source>输号上的数字，或把小票对准扫码口</source>
        <translation>Type its digits, or show the slip to the scanner</translation>
    </message>
    <message>
        <source>输号上的数字，A042 就输 42</source>
        <translation>Type its digits: 42 for A042</translation>
    </message>
    <message>
        <source>A042 就输 42</source>
        <translation>42 for A042</translation>
    </message>
    <message>
        <source>找号</source>
        <translation>Find it</translation>
    </message>
</context>
<context>
    <name>StaffNumberPage</name>
    <message>
        <source>，前面 %1 位</source>
        <translation>, %1 ahead</translation>
    </message>
    <message>
        <source>%1 取消了</source>
        <translation>%1 is cancelled</translation>
    </message>
    <message>
        <source>%1 排到前面了</source>
        <translation>%1 goes first now</translation>
    </message>
    <message>
        <source>真的取消 %1？</source>
        <translation>Cancel %1?</translation>
    </message>
    <message>
        <source>%1 的号</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>没有办成，请再看一次这个号</source>
        <translation>Not done. Please look at this number again</translation>
    </message>
    <message>
        <source>取消后要重新取号排队</source>
        <translation>They would have to queue anew</translation>
    </message>
    <message>
        <source>要办的话，再取一个号</source>
        <translation>For a new try, take a new number</translation>
    </message>
    <message>
        <source>请对方留意大屏，很快叫到</source>
        <translation>Ask them to watch the board: it is their turn soon</translation>
    </message>
    <message>
        <source>优先后排第 %1 位，现在第 %2 位</source>
        <translation>Place %1 with priority, now place %2</translation>
    </message>
    <message>
        <source>已经是优先号</source>
        <translation>It has priority already</translation>
    </message>
    <message>
        <source>现在不在等，不用优先</source>
        <translation>It is not waiting: no priority needed</translation>
    </message>
    <message>
        <source>没有人因此多等</source>
        <translation>Nobody waits longer for it</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 人每人多等约 %1 分钟</source>
        <translation>
            <numerusform>%n other waits about %1 min longer</numerusform>
            <numerusform>%n others wait about %1 min longer each</numerusform>
        </translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>取消这个号</source>
        <translation>Cancel this number</translation>
    </message>
    <message>
        <source>取消号</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>不能取消</source>
        <translation>Cannot be cancelled</translation>
    </message>
    <message>
        <source>请优先</source>
        <translation>Let them go first</translation>
    </message>
    <message>
        <source>先选为什么优先</source>
        <translation>Choose the reason first</translation>
    </message>
    <message>
        <source>为什么优先？</source>
        <translation>Why go first?</translation>
    </message>
    <message>
        <source>不是这个，看 %1</source>
        <translation>Not this one: see %1</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>现场协助</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>一分钟不动会自己锁上</source>
        <translation>Locks itself after a minute</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>现在是 %1 档</source>
        <translation>now at %1</translation>
    </message>
</context>
<context>
    <name>StaffPinPage</name>
    <message>
        <source>工作人员请输密码</source>
        <translation>Staff: type your PIN</translation>
    </message>
    <message>
        <source>错了 5 次，%1 分钟后再试</source>
        <translation>Wrong 5 times. Try again in %1 min.</translation>
    </message>
    <message>
        <source>密码不对，请再输一次</source>
        <translation>Wrong PIN. Please type it again.</translation>
    </message>
    <message>
        <source>办事请按「返回」</source>
        <translation>Visitors: touch Back</translation>
    </message>
    <message>
        <source>已经输了 %1 位</source>
        <translation>%1 typed</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>Confirm</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>替人取号</source>
        <extracomment>what staff do at this machine, and what is said after</extracomment>
        <translation>Take a number for somebody</translation>
    </message>
    <message>
        <source>取消、优先一个号</source>
        <translation>Cancel or prioritise</translation>
    </message>
    <message>
        <source>补打上一张小票</source>
        <translation>Reprint last slip</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Pause this machine</translation>
    </message>
    <message>
        <source>恢复服务</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>换好纸了</source>
        <translation>Paper changed</translation>
    </message>
    <message>
        <source>叫技术员</source>
        <translation>Call technician</translation>
    </message>
    <message>
        <source>大声一点</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>小声一点</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>补打好了，票上印着补打</source>
        <translation>Reprinted, and the slip says so</translation>
    </message>
    <message>
        <source>记下了，从新的一卷算起</source>
        <translation>Noted: counting from a new roll</translation>
    </message>
    <message>
        <source>已经暂停，点完成就停下来</source>
        <translation>Paused: press Finish to stop</translation>
    </message>
    <message>
        <source>已经恢复</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>记下了，技术员会来</source>
        <translation>Noted: a technician will come</translation>
    </message>
    <message>
        <source>大声了一档</source>
        <translation>One step louder</translation>
    </message>
    <message>
        <source>小声了一档</source>
        <translation>One step softer</translation>
    </message>
    <message>
        <source>正在找…</source>
        <extracomment>a number that staff look at: the line below the pad&apos;s title, by LookStep; how the number stands; why it goes first</extracomment>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>今天没有这个号，请看清再输</source>
        <translation>No such number today. Please look again</translation>
    </message>
    <message>
        <source>大厅没有回话，请到导办台办</source>
        <translation>The hall does not answer. Please use the greeter’s desk</translation>
    </message>
    <message>
        <source>还在出票</source>
        <translation>Slip being printed</translation>
    </message>
    <message>
        <source>可能没拿到号票</source>
        <translation>May have no slip</translation>
    </message>
    <message>
        <source>在等</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>正在叫</source>
        <translation>Being called</translation>
    </message>
    <message>
        <source>正在办</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>先放着</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>过号了</source>
        <translation>Missed the call</translation>
    </message>
    <message>
        <source>办完了</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>取消了</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>作废了</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>过期了</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>65 岁以上</source>
        <translation>65 or older</translation>
    </message>
    <message>
        <source>残疾人</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>孕妇</source>
        <translation>Pregnant</translation>
    </message>
    <message>
        <source>抱孩子</source>
        <translation>With a baby</translation>
    </message>
    <message>
        <source>军人</source>
        <translation>Soldier</translation>
    </message>
    <message>
        <source>身体不舒服</source>
        <translation>Not well</translation>
    </message>
    <message>
        <source>没打出来，看看打印机</source>
        <translation>Not printed. Check the printer.</translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>正在准备…</source>
        <translation>Getting ready…</translation>
    </message>
    <message>
        <source>马上就好，请稍等</source>
        <translation>Just a moment, please</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>办事清单</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>正在取</source>
        <translation>Fetching</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>正在找</source>
        <translation>Looking</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>第 %1 步，共 %2 步，%3</source>
        <translation>Step %1 of %2, %3</translation>
    </message>
</context>
<context>
    <name>TakeNumberTile</name>
    <message>
        <source>排队到窗口办理</source>
        <translation>Queue for a counter</translation>
    </message>
    <message>
        <source>取号办事</source>
        <translation>Take a number</translation>
    </message>
</context>
<context>
    <name>TalkBubble</name>
    <message>
        <source>我：%1</source>
        <translation>Me: %1</translation>
    </message>
    <message>
        <source>对方：%1</source>
        <translation>Staff: %1</translation>
    </message>
</context>
<context>
    <name>TechnicianWords</name>
    <message>
        <source>画面</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>Upgrade</translation>
    </message>
    <message>
        <source>配置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drills</translation>
    </message>
    <message>
        <source>字号</source>
        <extracomment>cards to judge the glass by</extracomment>
        <translation>Sizes</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>看不清的人</source>
        <translation>Weak eyes</translation>
    </message>
    <message>
        <source>色弱的人</source>
        <translation>Colour-blind eyes</translation>
    </message>
    <message>
        <source>高低</source>
        <translation>Heights</translation>
    </message>
    <message>
        <source>大字八米外读，小字半米外；线长 100 毫米</source>
        <translation>Read the large signs from 8 m, the small from 50 cm; the line is 100 mm long</translation>
    </message>
    <message>
        <source>八级灰都分得开，颜色不偏</source>
        <translation>Eight greys can be told apart, no colour is off</translation>
    </message>
    <message>
        <source>远看也认得出是哪个记号</source>
        <translation>Each sign is known even from afar</translation>
    </message>
    <message>
        <source>记号不靠颜色也分得开</source>
        <translation>Signs differ by shape, never by colour alone</translation>
    </message>
    <message>
        <source>拿卷尺量：线旁边是离地毫米数</source>
        <translation>Measure: beside each line stand millimetres above the floor</translation>
    </message>
    <message>
        <source>平常</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>红色弱</source>
        <translation>Red-weak</translation>
    </message>
    <message>
        <source>绿色弱</source>
        <translation>Green-weak</translation>
    </message>
    <message>
        <source>蓝色弱</source>
        <translation>Blue-weak</translation>
    </message>
    <message>
        <source>网卡</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>连大厅</source>
        <translation>To the hall</translation>
    </message>
    <message>
        <source>快慢</source>
        <translation>Delay</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>证书</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>钥匙</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>全部</source>
        <extracomment>what of the log is shown</extracomment>
        <translation>All</translation>
    </message>
    <message>
        <source>要看</source>
        <translation>Look at</translation>
    </message>
    <message>
        <source>坏了</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>没看到 U 盘</source>
        <extracomment>why the log is not on the stick, and what helps</extracomment>
        <translation>No USB stick is seen</translation>
    </message>
    <message>
        <source>这个 U 盘不让写</source>
        <translation>This stick cannot be written to</translation>
    </message>
    <message>
        <source>U 盘满了</source>
        <translation>The stick is full</translation>
    </message>
    <message>
        <source>U 盘没写成，是不是拔了？</source>
        <translation>It was not written: pulled out?</translation>
    </message>
    <message>
        <source>一条日志也没有</source>
        <translation>Nothing was logged</translation>
    </message>
    <message>
        <source>插好，等系统挂上（/media 下面）再试</source>
        <translation>plug it in, wait until it is mounted below /media, try again</translation>
    </message>
    <message>
        <source>看看有没有写保护开关，或换一个</source>
        <translation>look for a write-protect switch, or take another</translation>
    </message>
    <message>
        <source>腾出 4 兆，或换一个</source>
        <translation>free 4 MB, or take another</translation>
    </message>
    <message>
        <source>插回去再试，盘上没有留下半个文件</source>
        <translation>plug it in and try again; no half file is left</translation>
    </message>
    <message>
        <source>等机器跑一会儿再来</source>
        <translation>come back when the machine has run a while</translation>
    </message>
    <message>
        <source>左边响一声</source>
        <translation>Left side</translation>
    </message>
    <message>
        <source>右边响一声</source>
        <translation>Right side</translation>
    </message>
    <message>
        <source>说一句话</source>
        <translation>A sentence</translation>
    </message>
    <message>
        <source>左右都响</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>只有左边</source>
        <translation>Left only</translation>
    </message>
    <message>
        <source>只有右边</source>
        <translation>Right only</translation>
    </message>
    <message>
        <source>听不到</source>
        <translation>Nothing</translation>
    </message>
</context>
<context>
    <name>TicketFacts</name>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message numerus="yes">
        <source>人</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message>
        <source>大约等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>在哪等</source>
        <translation>Wait at</translation>
    </message>
    <message numerus="yes">
        <source>在哪办</source>
        <translation>
            <numerusform>Counter</numerusform>
            <numerusform>Counters</numerusform>
        </translation>
    </message>
    <message>
        <source>号窗口</source>
        <translation>counter</translation>
    </message>
    <message numerus="yes">
        <source>%1 号窗口</source>
        <translation>
            <numerusform>Counter %1</numerusform>
            <numerusform>Counters %1</numerusform>
        </translation>
    </message>
    <message>
        <source>低位窗口</source>
        <translation>a low counter</translation>
    </message>
    <message numerus="yes">
        <source>%1 号低位窗口</source>
        <translation>
            <numerusform>Low counter %1</numerusform>
            <numerusform>Low counters %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 等 %2 样</source>
        <translation>%1 and more (%2 in all)</translation>
    </message>
    <message>
        <source>%1 等 %2 件</source>
        <translation>%1 and more (%2 in all)</translation>
    </message>
    <message>
        <source>请准备：%1</source>
        <translation>Have ready: %1</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>请记下您的号</source>
        <translation>Note your number</translation>
    </message>
    <message>
        <source>号取好了</source>
        <translation>Here is your number</translation>
    </message>
    <message>
        <source>您好，号取好了</source>
        <translation>Welcome, here it is</translation>
    </message>
    <message>
        <source>%1，您好</source>
        <translation>Welcome, %1</translation>
    </message>
    <message>
        <source>已经排上队，没有小票也一样</source>
        <translation>You are in the queue, also without a slip</translation>
    </message>
    <message>
        <source>请取回身份证，再拿好小票</source>
        <translation>Please take your ID card, then the slip</translation>
    </message>
    <message>
        <source>%1 的预约，已为您取号</source>
        <translation>For your booking at %1</translation>
    </message>
    <message>
        <source>离线号，一样有效</source>
        <translation>Offline number, just as good</translation>
    </message>
    <message>
        <source>请留意叫号</source>
        <translation>Please watch for your number</translation>
    </message>
    <message>
        <source>请拿好小票</source>
        <translation>Please take your slip</translation>
    </message>
    <message>
        <source>预约认到了，您准时</source>
        <translation>Booking found, you are on time</translation>
    </message>
    <message>
        <source>预约认到了，过了点也照样办</source>
        <translation>Booking found, late is all right</translation>
    </message>
    <message>
        <source>不用点</source>
        <translation>Nothing to touch</translation>
    </message>
    <message>
        <source>今天可能办不到，请留意叫号</source>
        <translation>May not be served today. Watch for your number.</translation>
    </message>
    <message>
        <source>%1 开始办，位置给您留着</source>
        <translation>Opens at %1. Your place is kept.</translation>
    </message>
    <message>
        <source>发短信告诉我</source>
        <translation>Text me</translation>
    </message>
    <message>
        <source>改短信号码</source>
        <translation>Change phone</translation>
    </message>
    <message>
        <source>好了，%1 秒后结束</source>
        <translation>Done, ends in %1 s</translation>
    </message>
    <message>
        <source>好了（%1 秒）</source>
        <translation>Done (%1 s)</translation>
    </message>
    <message>
        <source>您的信息会清除</source>
        <translation>Your information will be erased</translation>
    </message>
    <message>
        <source>叫到您时，看墙上的大屏</source>
        <translation>Watch the big screen for your number</translation>
    </message>
    <message>
        <source>会发短信到 %1</source>
        <translation>We will text %1</translation>
    </message>
    <message>
        <source>短信没登记上，请看大屏</source>
        <translation>No texts will come; watch the screen</translation>
    </message>
    <message>
        <source>还要办别的</source>
        <translation>Another service</translation>
    </message>
</context>
<context>
    <name>TicketStatePage</name>
    <message>
        <source>请到 %1 号窗口</source>
        <translation>Please go to counter %1</translation>
    </message>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message numerus="yes">
        <source>位</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message>
        <source>大约等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>over</translation>
    </message>
    <message>
        <source>在哪办</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>号窗口</source>
        <translation>counter</translation>
    </message>
    <message>
        <source>还要办事，可以另外取号</source>
        <translation>More to do? Take another number</translation>
    </message>
    <message>
        <source>现在就可以过去了</source>
        <translation>You can go there now</translation>
    </message>
    <message>
        <source>叫到您时，看墙上的大屏</source>
        <translation>Watch the big screen for your number</translation>
    </message>
    <message>
        <source>号票请拿好，这里没有改动您的号</source>
        <translation>Keep your slip. Nothing of it was changed here.</translation>
    </message>
    <message>
        <source>另外取号</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>评一评这次办得怎样</source>
        <translation>Rate this visit</translation>
    </message>
    <message>
        <source>自愿的，不评也行</source>
        <translation>Only if you want to</translation>
    </message>
    <message>
        <source>%1 秒后回首页</source>
        <translation>Back to the start in %1 s</translation>
    </message>
</context>
<context>
    <name>TimeoutPane</name>
    <message>
        <source>您还在吗？</source>
        <translation>Still there?</translation>
    </message>
    <message>
        <source>不操作的话，%1 秒后回到首页，
您的信息会清除。</source>
        <translation>Without a touch this ends in %1 s
and your information is erased.</translation>
    </message>
    <message>
        <source>我还在，继续办</source>
        <translation>I am here, go on</translation>
    </message>
    <message>
        <source>不办了，清除并结束</source>
        <translation>Erase and end</translation>
    </message>
    <message>
        <source>需要更多时间？请人帮忙</source>
        <translation>Need more time? Get help</translation>
    </message>
</context>
<context>
    <name>TouchGridPage</name>
    <message>
        <source>请点十字的正中</source>
        <translation>Touch the middle of the cross</translation>
    </message>
    <message>
        <source>第 %1 个，共 %2 个</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>TypingPage</name>
    <message>
        <source>还差 %1 位</source>
        <translation>%1 to go</translation>
    </message>
    <message>
        <source>号码不对，请看第 %1 位附近</source>
        <translation>Please check near place %1</translation>
    </message>
    <message>
        <source>号码对不上，请从头看一遍</source>
        <translation>Please check the whole number</translation>
    </message>
    <message>
        <source>护照是哪里发的？</source>
        <translation>Who issued the passport?</translation>
    </message>
    <message>
        <source>照片页上的国家码，三个字母</source>
        <translation>Country code on the photo page, three letters</translation>
    </message>
    <message>
        <source>已经输了 %1 位</source>
        <translation>%1 typed</translation>
    </message>
    <message>
        <source>有字母</source>
        <translation>With letters</translation>
    </message>
    <message>
        <source>只有数字</source>
        <translation>Digits only</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>Confirm</translation>
    </message>
</context>
<context>
    <name>UpgradePage</name>
    <message>
        <source>屏幕会黑一两分钟；不正常就自己退回</source>
        <translation>The screen goes dark for a minute or two; if it is not well, it goes back by itself</translation>
    </message>
    <message>
        <source>大厅要的是 %1，没人用时又会换过去；先在网页“设备”上停下分批升级</source>
        <translation>The hall wants %1 and will change it again when nobody is here: stop the roll-out on its page of machines first</translation>
    </message>
    <message>
        <source>换成 %1？</source>
        <translation>Change to %1?</translation>
    </message>
    <message>
        <source>正在换成 %1</source>
        <translation>Changing to %1</translation>
    </message>
    <message>
        <source>没有换成 %1</source>
        <translation>Not changed to %1</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>Upgrade</translation>
    </message>
    <message>
        <source>正在看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>新旧两个版本并排放着，不正常自己退回</source>
        <translation>What is not well goes back by itself</translation>
    </message>
    <message>
        <source>不换</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>回到 %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>换上 %1</source>
        <translation>On to %1</translation>
    </message>
    <message>
        <source>再看一遍</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>换成 %1</source>
        <translation>Change to %1</translation>
    </message>
</context>
<context>
    <name>UpgradeWords</name>
    <message>
        <source>在用</source>
        <translation>At work</translation>
    </message>
    <message>
        <source>大厅要的</source>
        <translation>The hall wants</translation>
    </message>
    <message>
        <source>上次升级</source>
        <translation>Last change</translation>
    </message>
    <message>
        <source>空的，还没有升级过</source>
        <translation>empty: nothing was changed yet</translation>
    </message>
    <message>
        <source>没有升级记录</source>
        <translation>nothing is written of them</translation>
    </message>
    <message>
        <source>升级记录读不懂</source>
        <translation>what is written of them cannot be read</translation>
    </message>
    <message>
        <source>没有要求</source>
        <translation>no certain one</translation>
    </message>
    <message>
        <source>退回以后也不正常</source>
        <translation>went back, and is not well either</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>none is written down</translation>
    </message>
    <message>
        <source>这台机器正在跑的</source>
        <translation>what this machine runs</translation>
    </message>
    <message>
        <source>换上的 %1 还没有开始</source>
        <translation>%1 is in place and has not begun</translation>
    </message>
    <message>
        <source>可以换回去</source>
        <translation>ready to go back to</translation>
    </message>
    <message>
        <source>已经删掉了</source>
        <translation>is gone from the disk</translation>
    </message>
    <message>
        <source>上次没通过检查</source>
        <translation>was not well</translation>
    </message>
    <message>
        <source>就是在用的</source>
        <translation>the one at work</translation>
    </message>
    <message>
        <source>另一个版本</source>
        <translation>The other version</translation>
    </message>
    <message>
        <source>新旧版本</source>
        <translation>Both versions</translation>
    </message>
    <message>
        <source>上次没通过检查，不再换它</source>
        <translation>was not well: not offered again</translation>
    </message>
    <message>
        <source>没有：程序不是用软件包装的</source>
        <translation>None: this program came without a package</translation>
    </message>
    <message>
        <source>没人用的时候换上</source>
        <translation>will be put to work when nobody is here</translation>
    </message>
    <message>
        <source>本机没有</source>
        <translation>does not lie here</translation>
    </message>
    <message>
        <source>本机换不上</source>
        <translation>cannot be put to work here</translation>
    </message>
    <message>
        <source>换上了，检查通过</source>
        <translation>put to work, and well</translation>
    </message>
    <message>
        <source>换上了，没有检查：服务当时没开</source>
        <translation>put in place unchecked: the service was not running</translation>
    </message>
    <message>
        <source>没通过，已退回</source>
        <translation>Not well, gone back</translation>
    </message>
    <message>
        <source>没通过检查，也没有更早的版本</source>
        <translation>was not well, and there is none before it</translation>
    </message>
    <message>
        <source>在网页“设备”上点重启</source>
        <extracomment>what to do</extracomment>
        <translation>Restart it on the hall&apos;s page of machines</translation>
    </message>
    <message>
        <source>要换回去，先装上它的软件包</source>
        <translation>To go back, install its package first</translation>
    </message>
    <message>
        <source>装上软件包才能升级和退回</source>
        <translation>Install the package to upgrade and go back</translation>
    </message>
    <message>
        <source>照技术员手册“升级”查</source>
        <translation>See “upgrade” in the technician&apos;s guide</translation>
    </message>
    <message>
        <source>先装上它的软件包</source>
        <translation>Install its package first</translation>
    </message>
    <message>
        <source>换和退都没成，照技术员手册“升级”查</source>
        <translation>Neither came to work: see “upgrade” in the technician&apos;s guide</translation>
    </message>
    <message>
        <source>管升级的服务没有开，照技术员手册“升级”查</source>
        <translation>What upgrades is not running: see “upgrade” in the technician&apos;s guide</translation>
    </message>
    <message>
        <source>等下一个版本</source>
        <translation>Wait for the next version</translation>
    </message>
    <message>
        <source>本机没有这个版本，先装软件包</source>
        <translation>This version does not lie here: install its package first</translation>
    </message>
    <message>
        <source>它没通过检查，还用原来的</source>
        <translation>It was not well; the one before stays</translation>
    </message>
    <message>
        <source>正在换另一个版本，过一会儿再来</source>
        <translation>Another version is being put to work: come back in a while</translation>
    </message>
    <message>
        <source>请求写不下来，看看硬盘</source>
        <translation>The wish cannot be written: look at the disk</translation>
    </message>
</context>
<context>
    <name>UrgentPane</name>
    <message>
        <source>紧急通知：%1</source>
        <translation>Urgent notice: %1</translation>
    </message>
    <message>
        <source>紧急通知</source>
        <translation>Urgent notice</translation>
    </message>
</context>
<context>
    <name>UrgentStrip</name>
    <message>
        <source>紧急通知：%1</source>
        <translation>Urgent notice: %1</translation>
    </message>
</context>
<context>
    <name>VoiceSheet</name>
    <message>
        <source>朗读</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>声音 %1，快慢 %2，最大是 5</source>
        <translation>Volume %1, speed %2, of 5</translation>
    </message>
    <message>
        <source>小声一点</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>大声一点</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>说慢一点</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>说快一点</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>关掉画面，只听</source>
        <translation>Picture off, listen only</translation>
    </message>
    <message>
        <source>不朗读了</source>
        <translation>Stop reading</translation>
    </message>
</context>
<context>
    <name>VoiceWords</name>
    <message>
        <source>非常满意</source>
        <extracomment>评一评: the five words, and what is said afterwards by RatingStep</extracomment>
        <translation>Very good</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very poor</translation>
    </message>
    <message>
        <source>这次办得怎么样？</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <source>正在送出</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>谢谢，收到了</source>
        <translation>Thank you, received</translation>
    </message>
    <message>
        <source>谢谢，已追加评价</source>
        <translation>Thank you, added</translation>
    </message>
    <message>
        <source>谢谢，记下了</source>
        <translation>Thank you, noted</translation>
    </message>
    <message>
        <source>办完再来评</source>
        <translation>Rate when it is done</translation>
    </message>
    <message>
        <source>没有送出去</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>窗口的人看不到您选了什么</source>
        <translation>The clerk cannot see your choice</translation>
    </message>
    <message>
        <source>您评过一次，那一次照样算数</source>
        <translation>Your first rating counts as well</translation>
    </message>
    <message>
        <source>现在没网，有网了就送出去</source>
        <translation>No network now. It is sent later.</translation>
    </message>
    <message>
        <source>这个号还没办完</source>
        <translation>This number is not finished</translation>
    </message>
    <message>
        <source>不要紧，不评也可以</source>
        <translation>No matter, you need not rate</translation>
    </message>
    <message>
        <source>请稍等</source>
        <extracomment>投诉、办不成事、建议: by ComplaintStep, and the ready sentences by code</extracomment>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>是哪一类？</source>
        <translation>Which kind?</translation>
    </message>
    <message>
        <source>怎么回事？</source>
        <translation>What happened?</translation>
    </message>
    <message>
        <source>收到了</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>记下了</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>现在送不出去</source>
        <translation>It cannot be sent now</translation>
    </message>
    <message>
        <source>这里现在办不了</source>
        <translation>Not possible here now</translation>
    </message>
    <message>
        <source>不用留名字</source>
        <translation>No name needed</translation>
    </message>
    <message>
        <source>可以点几句，也可以直接送出</source>
        <translation>Choose some, or just send</translation>
    </message>
    <message>
        <source>请拿好受理号，打热线问就报它</source>
        <translation>Keep the case number for calls</translation>
    </message>
    <message>
        <source>可以只记下是哪一类，有网了就送出去</source>
        <translation>We can note the kind and send it later</translation>
    </message>
    <message>
        <source>请到服务台说，或者打热线</source>
        <translation>Tell the service desk, or call the hotline</translation>
    </message>
    <message>
        <source>正在接通</source>
        <extracomment>远程帮办: by TalkStep, and the ready phrases by code</extracomment>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>前面还有人</source>
        <translation>Others are before you</translation>
    </message>
    <message>
        <source>接通了</source>
        <translation>You are connected</translation>
    </message>
    <message>
        <source>对方结束了</source>
        <translation>The talk has ended</translation>
    </message>
    <message>
        <source>现在接不通</source>
        <translation>Cannot connect now</translation>
    </message>
    <message>
        <source>就在这儿等，不用走开</source>
        <translation>Wait here, no need to move</translation>
    </message>
    <message>
        <source>只有文字，点一句就发过去</source>
        <translation>Text only. Touch a line to send it.</translation>
    </message>
    <message>
        <source>说过的话这里一句也不留</source>
        <translation>Nothing that was said is kept here</translation>
    </message>
    <message>
        <source>请到服务台，或者打热线</source>
        <translation>Go to the service desk, or call the hotline</translation>
    </message>
    <message>
        <source>让工作人员看吗？</source>
        <extracomment>共享屏幕: by ScreenStep</extracomment>
        <translation>Show staff your page?</translation>
    </message>
    <message>
        <source>正在接上</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>给看了就回到那一页，接着办</source>
        <translation>You go back to that page and carry on</translation>
    </message>
    <message>
        <source>现在没人看得到您的屏幕，可以接着说话</source>
        <translation>Nobody can see your screen now. You can go on talking</translation>
    </message>
    <message>
        <source>我听不见，请打字</source>
        <translation>I cannot hear, please write</translation>
    </message>
    <message>
        <source>没明白，请再说一遍</source>
        <translation>Please say it again</translation>
    </message>
    <message>
        <source>材料怎么准备</source>
        <translation>What do I prepare?</translation>
    </message>
    <message>
        <source>去哪里办</source>
        <translation>Where do I go?</translation>
    </message>
    <message>
        <source>要办多久</source>
        <translation>How long does it take?</translation>
    </message>
    <message>
        <source>要交钱吗</source>
        <translation>Is there a fee?</translation>
    </message>
    <message>
        <source>是的</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>No</translation>
    </message>
    <message>
        <source>请等一下</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>谢谢，明白了</source>
        <translation>Thank you, I understand</translation>
    </message>
    <message>
        <source>等得太久</source>
        <translation>Wait too long</translation>
    </message>
    <message>
        <source>跑了好几趟</source>
        <translation>Many trips made</translation>
    </message>
    <message>
        <source>没讲清要带什么</source>
        <translation>Not told what to bring</translation>
    </message>
    <message>
        <source>办不了，没说为什么</source>
        <translation>Refused without a reason</translation>
    </message>
    <message>
        <source>态度不好</source>
        <translation>Not polite</translation>
    </message>
    <message>
        <source>窗口没人</source>
        <translation>Nobody there</translation>
    </message>
    <message>
        <source>机器不好用</source>
        <translation>Machine is poor</translation>
    </message>
    <message>
        <source>我有建议</source>
        <translation>A suggestion</translation>
    </message>
</context>
<context>
    <name>WaitBox</name>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message numerus="yes">
        <source>人</source>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message>
        <source>大约要等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>现在不用等，取了号就去窗口</source>
        <translation>No wait: take a number and go to the counter</translation>
    </message>
    <message>
        <source>现在没有开窗口，开了会叫号</source>
        <translation>No counter is open yet; numbers are called when it is</translation>
    </message>
    <message>
        <source>%1 开始办，到时叫号</source>
        <translation>Opens at %1; numbers are called then</translation>
    </message>
    <message>
        <source>%1 开始取号</source>
        <translation>Numbers from %1</translation>
    </message>
    <message>
        <source>今天的号取完了</source>
        <translation>No numbers left today</translation>
    </message>
    <message>
        <source>要等多久，看大厅的大屏</source>
        <translation>For the wait, see the big screen</translation>
    </message>
</context>
<context>
    <name>WaitMark</name>
    <message>
        <source>等</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>约 %1–%2 分钟</source>
        <translation>about %1–%2 min</translation>
    </message>
    <message>
        <source>可约 %1月%2日</source>
        <translation>Free on %2/%1</translation>
    </message>
    <message>
        <source>可约明天</source>
        <translation>Free tomorrow</translation>
    </message>
    <message>
        <source>现在不用等</source>
        <translation>No wait now</translation>
    </message>
    <message>
        <source>现在没有开窗口</source>
        <translation>No counter open</translation>
    </message>
    <message>
        <source>%1 开始办</source>
        <translation>Opens at %1</translation>
    </message>
    <message>
        <source>%1 开始取号</source>
        <translation>Numbers from %1</translation>
    </message>
    <message>
        <source>今天不取号了</source>
        <translation>No numbers today</translation>
    </message>
    <message numerus="yes">
        <source>人在等</source>
        <translation>
            <numerusform>person waiting</numerusform>
            <numerusform>people waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayPage</name>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>正在看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>每十秒看一遍，都好</source>
        <translation>All well; looked at every ten seconds</translation>
    </message>
    <message>
        <source>%1 处要看</source>
        <translation>%1 to look at</translation>
    </message>
    <message>
        <source>现在看一遍</source>
        <translation>Look now</translation>
    </message>
</context>
<context>
    <name>WayToDesk</name>
    <message>
        <source>%1 %2 米</source>
        <translation>%1, %2 m</translation>
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>还有别的办法</source>
        <translation>There are other ways</translation>
    </message>
    <message>
        <source>点一个</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>问远处的工作人员</source>
        <translation>Ask staff elsewhere</translation>
    </message>
    <message>
        <source>打字说话，听不见也能用</source>
        <translation>In writing, also if you cannot hear</translation>
    </message>
    <message>
        <source>投诉、办不成事、建议</source>
        <translation>Complaint, unsolved, suggestion</translation>
    </message>
    <message>
        <source>不用留名字</source>
        <translation>No name needed</translation>
    </message>
    <message>
        <source>也可以打</source>
        <translation>Or call</translation>
    </message>
</context>
<context>
    <name>WhoComes</name>
    <message>
        <source>工作人员来帮您</source>
        <translation>Staff will help you</translation>
    </message>
    <message>
        <source>穿%1的人来帮您</source>
        <translation>Someone in %1 will help</translation>
    </message>
    <message>
        <source>大约 %1 分钟走到</source>
        <translation>About %1 min away</translation>
    </message>
    <message>
        <source>秒前叫的</source>
        <translation>s ago</translation>
    </message>
    <message>
        <source>分钟前叫的</source>
        <translation>min ago</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>请到服务台，那里有人帮您</source>
        <translation>Please go to the service desk for help</translation>
    </message>
    <message>
        <source>现在大厅里没有人</source>
        <translation>Nobody is in the hall now</translation>
    </message>
    <message>
        <source>这是演练，不是真的</source>
        <translation>This is a drill, not real</translation>
    </message>
    <message>
        <source>读到您的证件了</source>
        <translation>Card read</translation>
    </message>
    <message>
        <source>身份证过期了，号照样给您</source>
        <translation>Your ID card has expired. You get a number all the same.</translation>
    </message>
    <message>
        <source>这台机器还不能预约报到</source>
        <translation>No check-in on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能打印证明</source>
        <translation>No records on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能查进度</source>
        <translation>No case tracking on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还没有办事指南</source>
        <translation>No guides on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能搜事项</source>
        <translation>No search on this machine yet</translation>
    </message>
    <message>
        <source>请把手机上的码对准扫码口</source>
        <translation>Hold the code on your phone to the scanner</translation>
    </message>
    <message>
        <source>这台机器还不能扫红棉码</source>
        <translation>No code reading on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还没有别的语言</source>
        <translation>No other language on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能换大字</source>
        <translation>No large text on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能换高对比</source>
        <translation>No high contrast on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能往下移</source>
        <translation>This machine cannot lower its buttons yet</translation>
    </message>
    <message>
        <source>这台机器还不能朗读</source>
        <translation>This machine cannot read aloud yet</translation>
    </message>
    <message>
        <source>预约报到</source>
        <extracomment>the tiles of the first page, the line below each, and the same in Latin letters for those who read no Chinese</extracomment>
        <translation>Check in</translation>
    </message>
    <message>
        <source>打印证明</source>
        <translation>Print a record</translation>
    </message>
    <message>
        <source>查进度</source>
        <translation>Track a case</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>24 小时可办</source>
        <translation>Open 24 hours</translation>
    </message>
    <message>
        <source>港澳居民</source>
        <translation>Hong Kong and Macao</translation>
    </message>
    <message>
        <source>网上办、找中介</source>
        <translation>Online, agencies</translation>
    </message>
    <message>
        <source>别的事</source>
        <translation>More</translation>
    </message>
    <message>
        <source>已经约好时间</source>
        <translation>With a booking</translation>
    </message>
    <message>
        <source>社保、居住证明</source>
        <translation>Insurance, residence</translation>
    </message>
    <message>
        <source>看办到哪一步</source>
        <translation>See how far it is</translation>
    </message>
    <message>
        <source>要带哪些材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>机器上就能办的事</source>
        <translation>What machines can do</translation>
    </message>
    <message>
        <source>用通行证办的事</source>
        <translation>What permits are good for</translation>
    </message>
    <message>
        <source>用手机扫码带走网址</source>
        <translation>Take addresses along</translation>
    </message>
    <message>
        <source>查进度、看指南</source>
        <translation>Cases, guides</translation>
    </message>
    <message>
        <source>联网后再来</source>
        <extracomment>why something cannot be done on this machine now, by reason code of the service manifest</extracomment>
        <translation>Not while offline</translation>
    </message>
    <message>
        <source>开门后再来</source>
        <translation>When the hall is open</translation>
    </message>
    <message>
        <source>这台机器不能扫材料</source>
        <translation>No scanning on this machine</translation>
    </message>
    <message>
        <source>读卡器现在用不了</source>
        <translation>The card reader is out of use</translation>
    </message>
    <message>
        <source>暂时没网，取号照常</source>
        <extracomment>how the hall stands when it is not as usual, the line below it, and what 取号办事 says then</extracomment>
        <translation>No network. Numbers as usual.</translation>
    </message>
    <message>
        <source>现在没有开窗口</source>
        <translation>No counter open</translation>
    </message>
    <message>
        <source>今天的号取完了</source>
        <translation>No numbers left today</translation>
    </message>
    <message>
        <source>大厅没开门</source>
        <translation>The hall is closed</translation>
    </message>
    <message>
        <source>听叫号，看窗口屏</source>
        <translation>Listen, and watch the counter screens</translation>
    </message>
    <message>
        <source>可以先取号，也可以问服务台</source>
        <translation>Take a number, or ask the service desk</translation>
    </message>
    <message>
        <source>拿到的是离线号</source>
        <translation>You get an offline number</translation>
    </message>
    <message>
        <source>今天已停止取号</source>
        <translation>No more numbers today</translation>
    </message>
    <message>
        <source>离线号</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>一样有效</source>
        <translation>just as good</translation>
    </message>
    <message>
        <source>什么时候开，请看门口的通知</source>
        <translation>See the notice at the door for when</translation>
    </message>
    <message>
        <source>请到服务台，工作人员马上帮您</source>
        <translation>The service desk helps you at once</translation>
    </message>
    <message>
        <source>点一下就结束</source>
        <translation>A touch ends it</translation>
    </message>
    <message>
        <source>证可以拿回去了，接着选</source>
        <translation>Take your card back and go on choosing</translation>
    </message>
    <message>
        <source>您的号不会变，别担心</source>
        <translation>Your number stays the same</translation>
    </message>
    <message>
        <source>就在这儿等，不用走开</source>
        <translation>Wait here, no need to move</translation>
    </message>
    <message>
        <source>走不开？请旁边的人帮忙叫一声</source>
        <translation>Cannot leave? Ask someone near you to call</translation>
    </message>
    <message>
        <source>请打 12345，随时有人接</source>
        <translation>Call 12345, answered at any time</translation>
    </message>
    <message>
        <source>正在叫人</source>
        <extracomment>UI-K17, by how the call stands: the title, and the line below it</extracomment>
        <translation>Calling for help</translation>
    </message>
    <message>
        <source>已经叫人了</source>
        <translation>Help has been called</translation>
    </message>
    <message>
        <source>有人来帮您</source>
        <translation>Somebody is coming</translation>
    </message>
    <message>
        <source>请到服务台</source>
        <translation>Go to the service desk</translation>
    </message>
    <message>
        <source>请打电话问</source>
        <translation>Please call</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>这会儿人手忙，那里有人</source>
        <translation>Staff are busy; the desk can help</translation>
    </message>
    <message>
        <source>那里有人，马上帮您</source>
        <translation>Somebody there helps you at once</translation>
    </message>
    <message>
        <source>已叫</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>看到了</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>正走过来</source>
        <translation>On the way</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>等候座位</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>正前方</source>
        <extracomment>where the service desk lies, by eighths of a turn to the right</extracomment>
        <translation>Straight ahead</translation>
    </message>
    <message>
        <source>右前方</source>
        <translation>Ahead, right</translation>
    </message>
    <message>
        <source>右手边</source>
        <translation>On the right</translation>
    </message>
    <message>
        <source>右后方</source>
        <translation>Behind, right</translation>
    </message>
    <message>
        <source>身后</source>
        <translation>Behind you</translation>
    </message>
    <message>
        <source>左后方</source>
        <translation>Behind, left</translation>
    </message>
    <message>
        <source>左手边</source>
        <translation>On the left</translation>
    </message>
    <message>
        <source>左前方</source>
        <translation>Ahead, left</translation>
    </message>
    <message>
        <source>请放身份证</source>
        <extracomment>title and second line of the card page, by CardStep</extracomment>
        <translation>Your ID card, please</translation>
    </message>
    <message>
        <source>正在读，别拿开</source>
        <translation>Reading, keep it there</translation>
    </message>
    <message>
        <source>读好了，马上就好</source>
        <translation>Read. Just a moment</translation>
    </message>
    <message>
        <source>没读到，请再放一次</source>
        <translation>Try again, please</translation>
    </message>
    <message>
        <source>这不是身份证</source>
        <translation>Not an ID card</translation>
    </message>
    <message>
        <source>换个办法吧</source>
        <translation>Please try another way</translation>
    </message>
    <message>
        <source>身份证过期了</source>
        <translation>Your ID card has expired</translation>
    </message>
    <message>
        <source>请取回身份证</source>
        <translation>Please take your ID card</translation>
    </message>
    <message>
        <source>一两秒就好</source>
        <translation>It takes a second or two</translation>
    </message>
    <message>
        <source>正在看您今天有没有号…</source>
        <translation>Checking whether you have a number today…</translation>
    </message>
    <message>
        <source>拿起来，再平放到读卡区</source>
        <translation>Lift it, then lay it flat again</translation>
    </message>
    <message>
        <source>号照样给您，记得去换新证</source>
        <translation>You get a number all the same; please renew the card</translation>
    </message>
    <message>
        <source>身份证还在读卡区上</source>
        <translation>Your card is still on the reader</translation>
    </message>
    <message>
        <source>zh</source>
        <extracomment>which language this is: the word for machines, &quot;zh&quot; or &quot;en&quot;</extracomment>
        <translation>en</translation>
    </message>
    <message>
        <source>请刷新二维码</source>
        <extracomment>what helps when a code does not work, by Remedy</extracomment>
        <translation>Please refresh the code</translation>
    </message>
    <message>
        <source>请再扫一次</source>
        <translation>Please scan again</translation>
    </message>
    <message>
        <source>请稍等</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>请换一个码</source>
        <translation>Please use another code</translation>
    </message>
    <message>
        <source>您的号还在排</source>
        <extracomment>how a ticket stands whose slip was shown, and the line below it</extracomment>
        <translation>You are in the queue</translation>
    </message>
    <message>
        <source>正在叫您</source>
        <translation>You are being called</translation>
    </message>
    <message>
        <source>您的号先放着</source>
        <translation>Your number is kept</translation>
    </message>
    <message>
        <source>您的号叫过了</source>
        <translation>You were called before</translation>
    </message>
    <message>
        <source>这个号已经结束</source>
        <translation>This number is over</translation>
    </message>
    <message>
        <source>号票请拿好，留意大屏</source>
        <translation>Keep your slip and watch the big screen</translation>
    </message>
    <message>
        <source>请看墙上的大屏</source>
        <translation>Please watch the big screen on the wall</translation>
    </message>
    <message>
        <source>东西备齐了，回窗口就办</source>
        <translation>Go back to the counter when all is ready</translation>
    </message>
    <message>
        <source>没关系，请到服务台说一声</source>
        <translation>No harm done: please tell the service desk</translation>
    </message>
    <message>
        <source>不能再用它办事了</source>
        <translation>It cannot be used any more</translation>
    </message>
    <message>
        <source>您来早了</source>
        <extracomment>how the time of a booking lies to now</extracomment>
        <translation>You are early</translation>
    </message>
    <message>
        <source>正好到时间</source>
        <translation>You are on time</translation>
    </message>
    <message>
        <source>退格</source>
        <extracomment>keys that are no signs</extracomment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>看一看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>您的号码</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>没有小票，请记下这个号</source>
        <translation>No slip: please note this number</translation>
    </message>
    <message>
        <source>打印纸用完了</source>
        <extracomment>what happened, by the reason that the printer gave</extracomment>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>打印机盖子没盖好</source>
        <translation>The printer is open</translation>
    </message>
    <message>
        <source>打印机停着</source>
        <translation>The printer is stopped</translation>
    </message>
    <message>
        <source>小票卡住了</source>
        <translation>The slip is stuck</translation>
    </message>
    <message>
        <source>这台机器打不了小票</source>
        <translation>No slips on this machine</translation>
    </message>
    <message>
        <source>打印机断开了</source>
        <translation>The printer is not connected</translation>
    </message>
    <message>
        <source>打印机没有回话</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>小票没有打出来</source>
        <translation>The slip was not printed</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <extracomment>why there is no number, by problem code</extracomment>
        <translation>The hall does not answer</translation>
    </message>
    <message>
        <source>这件事现在不办了</source>
        <translation>This service is closed now</translation>
    </message>
    <message>
        <source>现在不取号，请看开放时间</source>
        <translation>No numbers now: see the opening hours</translation>
    </message>
    <message>
        <source>这件事要到别的大厅办</source>
        <translation>Another hall does this</translation>
    </message>
    <message>
        <source>大厅的电脑正忙</source>
        <translation>The hall is busy</translation>
    </message>
    <message>
        <source>大厅现在给不了号</source>
        <translation>The hall gives no number now</translation>
    </message>
    <message>
        <source>还没开始取号</source>
        <extracomment>below an item without numbers, by how it stands (waits.Wait)</extracomment>
        <translation>No numbers yet</translation>
    </message>
    <message>
        <source>可以问服务台</source>
        <translation>Ask the service desk</translation>
    </message>
    <message>
        <source>港澳</source>
        <extracomment>themes as people say them, in two characters</extracomment>
        <translation>HK/MO</translation>
    </message>
    <message>
        <source>常办</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>社保</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>医保</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>入户</source>
        <translation>Moving</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>住房</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>房产</source>
        <translation>Property</translation>
    </message>
    <message>
        <source>开店</source>
        <translation>Firms</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>许可</source>
        <translation>Permits</translation>
    </message>
    <message>
        <source>就业</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>退休</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>老人</source>
        <translation>Seniors</translation>
    </message>
    <message>
        <source>生育</source>
        <translation>Births</translation>
    </message>
    <message>
        <source>婚姻</source>
        <translation>Marriage</translation>
    </message>
    <message>
        <source>上学</source>
        <translation>School</translation>
    </message>
    <message>
        <source>助残</source>
        <translation>Disability</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>出票口</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>读卡区</source>
        <translation>Reader</translation>
    </message>
    <message>
        <source>扫码口</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>选事项</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>看材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>系统里已有</source>
        <translation>On record</translation>
    </message>
    <message>
        <source>没带？旁边可以拍</source>
        <translation>Missing? Photos nearby</translation>
    </message>
    <message>
        <source>没带？旁边可以印</source>
        <translation>Missing? Copies nearby</translation>
    </message>
    <message>
        <source>没带？旁边可以打</source>
        <translation>Missing? Print nearby</translation>
    </message>
    <message>
        <source>没带？这里可以填</source>
        <translation>Missing? Fill in here</translation>
    </message>
    <message>
        <source>亮码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>不带证</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>已经叫人了，就在这儿等</source>
        <extracomment>what a touch on a function of a later day says; second line is `laterAdvice`</extracomment>
        <translation>Help is called. Wait here.</translation>
    </message>
    <message>
        <source>有人看到了，马上过来</source>
        <translation>Somebody will be here soon</translation>
    </message>
    <message>
        <source>%1正走过来</source>
        <translation>%1 will be here soon</translation>
    </message>
    <message>
        <source>请到服务台打</source>
        <translation>Print at the desk</translation>
    </message>
    <message>
        <source>平放在屏幕下面的读卡区</source>
        <translation>Lay it flat on the reader below the screen</translation>
    </message>
    <message>
        <source>请换一种能用的证，或选别的办法</source>
        <translation>Use a card that works, or choose another way</translation>
    </message>
    <message>
        <source>没带也行，按「不带证取号」</source>
        <translation>No card? Touch No card</translation>
    </message>
    <message>
        <source>已有电子证照</source>
        <extracomment>why a thing need not be brought, and what the hall offers to somebody who did not bring one</extracomment>
        <translation>On file</translation>
    </message>
    <message>
        <source>放身份证</source>
        <translation>ID card</translation>
    </message>
</context>
</TS>
